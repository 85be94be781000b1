package org.rovingpm.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Cells of a CSV file that a spreadsheet would work out when the file is opened, which can send out what stands beside them (CWE-1236).
 * Numbers and telephone numbers with a sign are none.
 */
public final class Formulas {

    private static final Pattern CELL_BEGINS = Pattern.compile("(?:^|[,;\\t\\n\\r])[ \"']*([=@+\\-][^,;\\t\\n\\r\"]*)");
    private static final Pattern NUMBER = Pattern.compile("[+-][0-9 .,:/()%£€$-]*");
    private static final Pattern FORMULA = Pattern.compile("[ \"'\\t\\r\\n]*[=@+\\-\\t\\r].*", Pattern.DOTALL);

    private Formulas() {}

    /** @return the text of a cell that a spreadsheet never works out: what would be a formula stands behind an apostrophe */
    public static String asText(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell.strip()).matches() ? "'" + cell : cell;
    }

    static boolean in(byte[] content) {
        return CELL_BEGINS
                .matcher(new String(content, StandardCharsets.ISO_8859_1))
                .results()
                .anyMatch(cell -> !NUMBER.matcher(cell.group(1).strip()).matches());
    }
}
