package org.rovingpm.notification;

import java.util.Map;
import java.util.Optional;

/**
 * The values of the fields of one subject of a case, as they are now.
 *
 * @param values   a text, or a list of texts by name, for each field; only optional fields may be missing
 * @param occasion what distinguishes this occasion from others of the same case, such as the number of the plan;
 *     empty if nothing does
 */
public record FieldValues(Map<String, Object> values, Optional<String> occasion) {

    public static FieldValues of(Map<String, Object> values) {
        return new FieldValues(values, Optional.empty());
    }

    public static FieldValues on(String occasion, Map<String, Object> values) {
        return new FieldValues(values, Optional.of(occasion));
    }
}
