package org.rovingpm.linkedcase;

/** How two cases belong together. */
public enum LinkKind {
    RELATED("Related to", "Related to"),

    /** From the later case to the earlier one. */
    FOLLOW_UP("Follows up", "Followed up by"),
    MERGER("In one merger with", "In one merger with"),

    /** From the case that closes to the one that goes on. */
    DUPLICATE("Duplicate of", "Has the duplicate");

    private final String fromLabel;
    private final String toLabel;

    LinkKind(String fromLabel, String toLabel) {
        this.fromLabel = fromLabel;
        this.toLabel = toLabel;
    }

    /** @return what the page of the case says before the number of the other one */
    String label(boolean from) {
        return from ? fromLabel : toLabel;
    }
}
