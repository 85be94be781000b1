package org.rovingpm.practice;

/**
 * A row of a file that was left out.
 *
 * @param line   line of the file, from 1, on which the row begins
 * @param reason why, continuing "Line 12 ..."
 */
public record RefusedRow(long line, String reason) {

    @Override
    public String toString() {
        return "Line %d %s.".formatted(line, reason);
    }
}
