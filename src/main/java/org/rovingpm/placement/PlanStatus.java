package org.rovingpm.placement;

/** Where a version of a job plan stands. */
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
