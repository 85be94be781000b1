package org.rovingpm.schemestart.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.submission.Refusal;

/** Reads a file of comma-separated values: one sheet, which its headings name. */
final class ReadCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Charset OF_OLD_SPREADSHEETS = Charset.forName("windows-1252");

    private ReadCsv() {}

    /** @return its sheet, with at most one row more than may be imported */
    static RawTable read(byte[] content, int mostRows) {
        String text = decoded(content);
        List<RawTable.Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text)) {
            for (CsvRecord csv : records) {
                RawTable.Row row = new RawTable.Row((int) csv.getStartingLineNumber(), List.copyOf(csv.getFields()));
                if (!row.empty()) {
                    rows.add(row);
                }
                if (rows.size() > mostRows + 1) {
                    break;
                }
            }
        } catch (CsvParseException | java.io.IOException unreadable) {
            throw new Refusal(
                    "file",
                    "The file cannot be read as comma-separated values: save it as CSV (UTF-8) and send it again.");
        }
        return new RawTable(sheet(rows).title(), rows);
    }

    /** Only one sheet has all the headings that its first row has. */
    private static Sheet sheet(List<RawTable.Row> rows) {
        List<Object> headings = rows.isEmpty() ? List.of() : rows.get(0).cells();
        for (Sheet sheet : Sheet.values()) {
            if (!headings.isEmpty()
                    && headings.stream()
                            .allMatch(heading -> heading.toString().isBlank()
                                    || sheet.columnOf(heading.toString()).isPresent())) {
                return sheet;
            }
        }
        throw new Refusal(
                "file",
                "The first line of a CSV file has the headings of one sheet of the template: take them from there, each as it is.");
    }

    private static char separator(String text) {
        String headings = text.lines().findFirst().orElse("");
        return headings.contains(";") && !headings.contains(",") ? ';' : ',';
    }

    private static String decoded(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(content, OF_OLD_SPREADSHEETS);
        }
    }
}
