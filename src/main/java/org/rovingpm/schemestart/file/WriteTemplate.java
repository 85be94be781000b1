package org.rovingpm.schemestart.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.schemestart.sheet.PermittedValues;
import org.rovingpm.schemestart.sheet.PermittedValues.Permitted;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.schemestart.sheet.SheetColumn;
import org.rovingpm.schemestart.sheet.SheetColumn.Kind;
import org.springframework.stereotype.Component;

/** Writes the empty spreadsheet that people fill in, with an explanation of each column. */
@Component
public class WriteTemplate {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String DAY = "dd/mm/yyyy";
    private static final int WIDTH = 22;
    private static final int WIDE = 60;

    private final PermittedValues permitted;

    WriteTemplate(PermittedValues permitted) {
        this.permitted = permitted;
    }

    /** Writes the workbook: what is to be known first, then a sheet for each kind of row. */
    public void workbook(OutputStream to) throws IOException {
        try (Workbook workbook = new Workbook(to, "Roving PM", "1.0")) {
            explain(workbook.newWorksheet("Explanations"));
            for (Sheet sheet : Sheet.values()) {
                Worksheet written = workbook.newWorksheet(sheet.title());
                written.freezePane(0, 1);
                for (int column = 0; column < sheet.columns().size(); column++) {
                    SheetColumn one = sheet.columns().get(column);
                    written.width(column, WIDTH);
                    written.value(0, column, one.heading());
                    written.style(0, column).bold().set();
                    String format = one.kind() == Kind.DAY ? DAY : one.kind() == Kind.NUMBER ? "0.##" : "@";
                    written.range(1, column, ReadSpreadsheet.MOST_ROWS, column)
                            .style()
                            .format(format)
                            .set();
                }
            }
        }
    }

    /** Writes the headings of one sheet as comma-separated values. */
    public void csv(Sheet sheet, OutputStream to) throws IOException {
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(sheet.columns().stream().map(SheetColumn::heading).toList());
        }
    }

    private void explain(Worksheet sheet) {
        List<String> first = List.of(
                "Fill in the sheets that you need, one row for each PM, fund or case, and send the file on the page “Import”.",
                "At most %s rows in one file. Formulas are not worked out: paste values."
                        .formatted(BritishFormat.number(ReadSpreadsheet.MOST_ROWS)),
                "Nothing is made before you have seen what would be. What has been imported before is left as it is.");
        int at = 0;
        for (String sentence : first) {
            sheet.value(at++, 0, sentence);
        }
        at++;
        List<String> headings =
                List.of("Sheet", "Column", "To be filled in", "What it holds", "What to write", "Permitted values");
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(at, column, headings.get(column));
            sheet.style(at, column).bold().set();
            sheet.width(column, column < 3 ? WIDTH : WIDE);
        }
        for (Sheet one : Sheet.values()) {
            for (SheetColumn column : one.columns()) {
                at++;
                sheet.value(at, 0, one.title());
                sheet.value(at, 1, column.heading());
                sheet.value(at, 2, column.needed().isEmpty() ? "May be empty" : column.needed());
                sheet.value(at, 3, column.kind().label());
                sheet.value(at, 4, column.hint());
                sheet.value(
                        at,
                        5,
                        String.join(
                                "; ",
                                permitted.of(column).stream()
                                        .map(Permitted::label)
                                        .toList()));
                sheet.style(at, 5).wrapText(true).set();
            }
        }
    }
}
