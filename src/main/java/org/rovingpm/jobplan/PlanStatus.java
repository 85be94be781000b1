package org.rovingpm.jobplan;

/** The status of a version of a job plan. */
public enum PlanStatus {
    SUBMITTED("Waiting for answers"),
    IN_EFFECT("In effect"),
    REFUSED("Refused"),
    SUPERSEDED("Superseded");

    private final String label;

    PlanStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
