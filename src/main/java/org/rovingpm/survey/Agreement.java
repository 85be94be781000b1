package org.rovingpm.survey;

/** How far a practice agrees with a statement about its support: the scale of the figures that schemes publish. */
public enum Agreement {
    STRONGLY_AGREE("Strongly agree"),
    AGREE("Agree"),
    NEITHER("Neither agree nor disagree"),
    DISAGREE("Disagree"),
    STRONGLY_DISAGREE("Strongly disagree");

    private final String label;

    Agreement(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
