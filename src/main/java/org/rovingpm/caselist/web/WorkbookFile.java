package org.rovingpm.caselist.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rovingpm.document.Formulas;

/** A workbook of one sheet, as Excel and LibreOffice open it. Rows leave for the reader as they are written. */
final class WorkbookFile implements CaseFile {

    private static final int ROWS_AT_ONCE = 500;
    private static final int WIDTH = 20;
    private static final String DAY = "d mmm yyyy";

    @Override
    public String contentType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public void write(List<CaseRow> rows, String lastWords, OutputStream to) throws IOException {
        try (Workbook workbook = new Workbook(to, "Roving PM", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Cases");
            sheet.freezePane(1, 1);
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.width(column, WIDTH);
                sheet.value(0, column, COLUMNS.get(column).heading());
                sheet.style(0, column).bold().set();
            }
            int at = 1;
            for (CaseRow row : rows) {
                write(row, sheet, at);
                if (at % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
                at++;
            }
            if (lastWords != null) {
                sheet.value(at, 0, lastWords);
            }
        }
    }

    private static void write(CaseRow row, Worksheet sheet, int at) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            Object value = COLUMNS.get(column).value().apply(row);
            if (value instanceof LocalDate day) {
                sheet.value(at, column, day);
                sheet.style(at, column).format(DAY).set();
            } else if (value != null) {
                sheet.value(at, column, Formulas.asText(value.toString()));
            }
        }
    }
}
