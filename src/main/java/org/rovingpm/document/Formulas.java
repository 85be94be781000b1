package org.rovingpm.document;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Cells of a CSV file that a spreadsheet would work out when the file is opened, which can send out what stands beside them (CWE-1236).
 * Numbers and telephone numbers with a sign are none.
 */
final class Formulas {

    private static final Pattern CELL_BEGINS = Pattern.compile("(?:^|[,;\\t\\n\\r])[ \"']*([=@+\\-][^,;\\t\\n\\r\"]*)");
    private static final Pattern NUMBER = Pattern.compile("[+-][0-9 .,:/()%£€$-]*");

    private Formulas() {}

    static boolean in(byte[] content) {
        return CELL_BEGINS
                .matcher(new String(content, StandardCharsets.ISO_8859_1))
                .results()
                .anyMatch(cell -> !NUMBER.matcher(cell.group(1).strip()).matches());
    }
}
