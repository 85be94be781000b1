package org.rovingpm.roster;

/** What keeps a PM from a practice, until somebody ends it. */
public enum Barrier {
    PM_BLOCK("block of the PM's side"),
    PRACTICE_BLOCK("block of the practice's side"),
    INTEREST("declared interest");

    private final String label;

    Barrier(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
