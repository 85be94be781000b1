package org.rovingpm.practice.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;

/** One record of a CSV file, split into its fields. */
public class CsvLine {

    private CsvLine() {}

    public static List<String> fields(String record) {
        if (record.indexOf('"') < 0) {
            return unquoted(record);
        }
        try {
            return CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(record)
                    .getFields();
        } catch (CsvParseException malformed) {
            throw new UnreadableRow("has quotation marks in the wrong place");
        }
    }

    private static List<String> unquoted(String record) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int comma = record.indexOf(','); comma >= 0; comma = record.indexOf(',', from)) {
            fields.add(record.substring(from, comma));
            from = comma + 1;
        }
        fields.add(record.substring(from));
        return fields;
    }
}
