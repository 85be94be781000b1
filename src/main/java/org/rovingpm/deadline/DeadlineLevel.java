package org.rovingpm.deadline;

/** How far a task has come towards its deadline and past it. */
public enum DeadlineLevel {
    WARNING("Warning"),
    FIRST_ESCALATION("First escalation"),
    SECOND_ESCALATION("Second escalation");

    private final String label;

    DeadlineLevel(String label) {
        this.label = label;
    }

    /** As the decision calls it. */
    public String label() {
        return label;
    }
}
