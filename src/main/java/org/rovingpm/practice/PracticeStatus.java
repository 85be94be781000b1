package org.rovingpm.practice;

/** The status of a practice in the NHS register. */
public enum PracticeStatus {
    ACTIVE,
    /** Still registered, no longer seeing patients. */
    DORMANT,
    CLOSED,
    /** Registered ahead of its opening. */
    PROPOSED
}
