package org.rovingpm.notification;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of a subject of a case now.
 *
 * @param values   texts, and lists of texts by name, by the names of the facts; none but the optional ones may be missing
 * @param occasion what tells this occasion from others of the same case, such as the number of the plan; empty where nothing does
 */
public record FieldValues(Map<String, Object> values, Optional<String> occasion) {

    public static FieldValues of(Map<String, Object> values) {
        return new FieldValues(values, Optional.empty());
    }

    public static FieldValues on(String occasion, Map<String, Object> values) {
        return new FieldValues(values, Optional.of(occasion));
    }
}
