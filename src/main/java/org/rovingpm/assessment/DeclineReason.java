package org.rovingpm.assessment;

/** Why a request is declined. */
public enum DeclineReason {
    OUTSIDE_AREA("Outside the scheme's area"),
    OTHER_SERVICE("Another service is the right one"),
    NOT_A_MANAGEMENT_NEED("Not a need for practice management"),
    NO_CONSENT("The practice has not agreed"),
    FUNDING_EXHAUSTED("The fund is used up"),
    DUPLICATE("Already being helped in another case");

    private final String label;

    DeclineReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
