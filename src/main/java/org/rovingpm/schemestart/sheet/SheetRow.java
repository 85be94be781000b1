package org.rovingpm.schemestart.sheet;

import java.util.Map;

/**
 * A filled row of a sheet.
 *
 * @param number as the spreadsheet numbers it
 * @param values what it says, by field: texts, numbers, days as 2026-03-27, codes, and lists of codes
 */
public record SheetRow(Sheet sheet, int number, Map<String, Object> values) {

    public SheetRow {
        values = Map.copyOf(values);
    }

    /** @return the text of a field; empty where nothing stands there */
    public String text(String field) {
        return values.getOrDefault(field, "").toString();
    }
}
