package org.rovingpm.practice.file;

/**
 * A row of a file, or a practice of the register's API, that was left out.
 *
 * @param line   line of the file, from 1, on which the row begins; 0 if there is no file
 * @param reason why, continuing "Line 12 ..."; a sentence of its own where there is no file
 */
public record RefusedRow(long line, String reason) {

    @Override
    public String toString() {
        return line == 0 ? reason + "." : "Line %d %s.".formatted(line, reason);
    }
}
