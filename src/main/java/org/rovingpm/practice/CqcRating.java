package org.rovingpm.practice;

/** How the Care Quality Commission rates a practice overall. */
public enum CqcRating {
    OUTSTANDING("Outstanding"),
    GOOD("Good"),
    REQUIRES_IMPROVEMENT("Requires improvement"),
    INADEQUATE("Inadequate"),
    /** Not inspected yet, or not since it was registered anew. */
    NOT_RATED("Not rated yet"),
    /** Nobody has said. */
    UNKNOWN("Not known");

    private final String label;

    CqcRating(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
