package org.rovingpm.roster;

/** Whether a PM takes on work. */
public enum RosterStatus {
    ACTIVE("Active"),
    /** Takes on nothing new for a while. */
    PAUSED("Paused"),
    LEFT("Left the scheme");

    private final String label;

    RosterStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
