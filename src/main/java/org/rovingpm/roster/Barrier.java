package org.rovingpm.roster;

/** What keeps a PM from a practice, until it is lifted. */
public enum Barrier {
    PM_BLOCK("block by the PM"),
    PRACTICE_BLOCK("block by the practice"),
    INTEREST("declared interest");

    private final String label;

    Barrier(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
