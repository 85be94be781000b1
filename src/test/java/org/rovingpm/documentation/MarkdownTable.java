package org.rovingpm.documentation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown. */
final class MarkdownTable {

    private MarkdownTable() {}

    /** Empty where there are no rows. */
    static String of(List<String> header, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        return Stream.concat(
                        Stream.of(row(header), "|" + "---|".repeat(header.size())),
                        rows.stream().map(MarkdownTable::row))
                .collect(Collectors.joining("\n"));
    }

    static String code(String name) {
        return "`" + name + "`";
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\s*\\n\\s*", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
