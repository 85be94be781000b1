package org.rovingpm.schemestart.row;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.schemestart.sheet.SheetRow;
import org.rovingpm.submission.SubmissionField;

/** The cells of a row that a record takes, among those that others take. */
final class Fields {

    private Fields() {}

    static Map<String, Object> of(SheetRow row, Class<? extends Record> form) {
        Set<String> names =
                SubmissionField.of(form).stream().map(SubmissionField::name).collect(Collectors.toSet());
        Map<String, Object> values = new HashMap<>(row.values());
        values.keySet().retainAll(names);
        return values;
    }

    /** @return what tells a row from others of the file; empty where nothing does */
    static String key(String kind, String name) {
        return name.isEmpty() ? "" : kind + " " + name;
    }
}
