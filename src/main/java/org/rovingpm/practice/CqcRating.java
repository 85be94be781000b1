package org.rovingpm.practice;


/** How the Care Quality Commission rates a practice overall. */
public enum CqcRating {
    OUTSTANDING,
    GOOD,
    REQUIRES_IMPROVEMENT,
    INADEQUATE,
    /** Not inspected yet, or not since it was registered anew. */
    NOT_RATED,
    /** Nobody has said. */
    UNKNOWN
}
