package org.rovingpm.caselist.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rovingpm.document.Formulas;

/** Comma-separated values in UTF-8, marked as such for Excel. Days are written as 2026-12-03, which every spreadsheet reads alike. */
final class CsvFile implements CaseFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public String contentType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public void write(List<CaseRow> rows, String lastWords, OutputStream to) throws IOException {
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS.stream().map(Column::heading).toList());
            rows.forEach(row -> csv.writeRecord(COLUMNS.stream()
                    .map(column -> cell(column.value().apply(row)))
                    .toList()));
            if (lastWords != null) {
                csv.writeRecord(lastWords);
            }
        }
    }

    private static String cell(Object value) {
        return value == null ? "" : Formulas.asText(value.toString());
    }
}
