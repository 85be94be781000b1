package org.rovingpm.practice.file;

import java.util.Arrays;

/** A row of a file that cannot be loaded; the message continues "Line 12 ...". */
public class UnreadableRow extends RuntimeException {

    private static final int LONGEST_QUOTE = 40;

    /** @param values quoted in the reason, printable and shortened */
    public UnreadableRow(String reason, Object... values) {
        super(
                reason.formatted(
                        Arrays.stream(values).map(UnreadableRow::quotable).toArray()),
                null,
                false,
                false);
    }

    private static Object quotable(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        String printable = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
        return printable.length() <= LONGEST_QUOTE ? printable : printable.substring(0, LONGEST_QUOTE) + "…";
    }
}
