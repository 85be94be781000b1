package org.rovingpm.schemestart.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.schemestart.sheet.PermittedValues;
import org.rovingpm.schemestart.sheet.PermittedValues.Permitted;
import org.rovingpm.schemestart.sheet.RowProblem;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.schemestart.sheet.SheetColumn;
import org.rovingpm.schemestart.sheet.SheetRow;
import org.rovingpm.schemestart.sheet.Spreadsheet;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;

/** Reads the rows of a workbook or of a CSV file into what the fields of forms take. */
@Component
public class ReadSpreadsheet {

    /** The most rows that one file may have in all its sheets. */
    public static final int MOST_ROWS = 500;

    private static final Pattern BRITISH_DAY = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
    private static final Pattern BETWEEN_CHOICES = Pattern.compile("\\s*[;\\n]\\s*");

    private final PermittedValues permitted;

    ReadSpreadsheet(PermittedValues permitted) {
        this.permitted = permitted;
    }

    /** Refuses a file that is neither kind, has no rows, or more than may be imported at once. */
    public Spreadsheet read(byte[] content) {
        List<RawTable> tables =
                isZip(content) ? ReadWorkbook.read(content, MOST_ROWS) : List.of(ReadCsv.read(content, MOST_ROWS));
        List<SheetRow> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        Set<Sheet> found = EnumSet.noneOf(Sheet.class);
        for (RawTable table : tables) {
            Sheet.titled(table.name()).filter(found::add).ifPresent(sheet -> read(sheet, table, rows, problems));
        }
        if (found.isEmpty()) {
            throw new Refusal(
                    "file",
                    "The workbook has no sheet of the template: name its sheets %s."
                            .formatted(Arrays.stream(Sheet.values())
                                    .map(sheet -> "“" + sheet.title() + "”")
                                    .collect(Collectors.joining(", "))));
        }
        if (rows.size() > MOST_ROWS) {
            throw new Refusal(
                    "file",
                    "The file has more than %s rows: split it, and import the PMs and funds first."
                            .formatted(BritishFormat.number(MOST_ROWS)));
        }
        if (rows.isEmpty() && problems.isEmpty()) {
            throw new Refusal("file", "The file has no rows below its headings: fill in the template first.");
        }
        rows.sort(Comparator.comparing(SheetRow::sheet));
        return new Spreadsheet(rows, problems);
    }

    private static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K';
    }

    private void read(Sheet sheet, RawTable table, List<SheetRow> rows, List<RowProblem> problems) {
        if (table.rows().isEmpty()) {
            return;
        }
        List<Optional<SheetColumn>> columns = new ArrayList<>();
        RawTable.Row headings = table.rows().get(0);
        for (Object heading : headings.cells()) {
            String text = heading == null ? "" : heading.toString();
            Optional<SheetColumn> column = sheet.columnOf(text);
            if (column.isEmpty() && !text.isBlank()) {
                problems.add(new RowProblem(
                        sheet,
                        headings.number(),
                        shortened(text),
                        "The template has no column of this name: correct the heading, or remove the column."));
            }
            columns.add(column.filter(one -> !columns.contains(Optional.of(one))));
        }
        for (RawTable.Row row : table.rows().subList(1, table.rows().size())) {
            Map<String, Object> values = new HashMap<>();
            for (int at = 0; at < row.cells().size(); at++) {
                Object cell = row.cells().get(at);
                if (at < columns.size() && columns.get(at).isPresent() && cell != null) {
                    SheetColumn column = columns.get(at).get();
                    try {
                        value(column, cell).ifPresent(value -> values.put(column.key(), value));
                    } catch (UnreadableCell unreadable) {
                        problems.add(new RowProblem(sheet, row.number(), column.heading(), unreadable.getMessage()));
                    }
                }
            }
            rows.add(new SheetRow(sheet, row.number(), values));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static class UnreadableCell extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreadableCell(String sentence) {
            super(sentence);
        }
    }

    private Optional<Object> value(SheetColumn column, Object cell) {
        if (cell == RawTable.UNREADABLE) {
            throw new UnreadableCell("Formulas are not worked out: paste the value in their place.");
        }
        String text = cell.toString().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (UNSTORABLE.matcher(text).find()) {
            throw new UnreadableCell("A character here cannot be read: type the text again.");
        }
        return Optional.of(
                switch (column.kind()) {
                    case DAY -> day(text);
                    case YES_NO -> cell instanceof Boolean ? text : code(column, text);
                    case ONE_OF -> code(column, text);
                    case SOME_OF ->
                        Arrays.stream(BETWEEN_CHOICES.split(text))
                                .filter(part -> !part.isBlank())
                                .map(part -> code(column, part))
                                .toList();
                    default -> text;
                });
    }

    private static String day(String text) {
        Matcher british = BRITISH_DAY.matcher(text);
        try {
            return british.matches()
                    ? LocalDate.of(
                                    Integer.parseInt(british.group(3)),
                                    Integer.parseInt(british.group(2)),
                                    Integer.parseInt(british.group(1)))
                            .toString()
                    : LocalDate.parse(text).toString();
        } catch (DateTimeException notADay) {
            throw new UnreadableCell("“%s” is not a date: write it as 27/03/2026.".formatted(shortened(text)));
        }
    }

    private String code(SheetColumn column, String text) {
        List<Permitted> values = permitted.of(column);
        return values.stream()
                .filter(value -> value.label().equalsIgnoreCase(text.strip())
                        || value.value().equals(text.strip().toUpperCase(Locale.ROOT)))
                .map(Permitted::value)
                .findFirst()
                .orElseThrow(() -> new UnreadableCell("“%s” is not permitted here: write %s."
                        .formatted(
                                shortened(text),
                                values.stream().map(Permitted::label).collect(Collectors.joining(", ")))));
    }
}
