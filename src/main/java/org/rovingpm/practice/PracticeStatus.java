package org.rovingpm.practice;

import org.rovingpm.practice.file.UnreadableRow;

/** The status of a practice in the NHS register. */
public enum PracticeStatus {
    ACTIVE,
    /** Still registered, no longer seeing patients. */
    DORMANT,
    CLOSED,
    /** Registered ahead of its opening. */
    PROPOSED;

    /** The status that a letter of the register stands for. */
    public static PracticeStatus ofLetter(String letter) {
        return switch (letter) {
            case "A" -> ACTIVE;
            case "D" -> DORMANT;
            case "C" -> CLOSED;
            case "P" -> PROPOSED;
            default -> throw new UnreadableRow("has the status “%s” in column 13: it must be A, C, D or P", letter);
        };
    }
}
