package org.rovingpm.badinput;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form does not say of its answers: the first and the last day, names that have to exist, and what goes with what. */
final class AnswerGuide {

    /** Instead of a field: all fields at a bound. */
    static final String TOGETHER = "together";

    private final Map<String, List<Object>> values = new HashMap<>();
    private final Map<String, Map<String, Object>> with = new HashMap<>();
    private final Map<String, Runnable> before = new HashMap<>();

    /** The values to give in place of those that the form itself tells. */
    AnswerGuide values(String field, Object... those) {
        values.put(field, List.of(those));
        return this;
    }

    /** @param what a field, a field and its value as in {@code decision=CHOOSE}, or {@link #TOGETHER} */
    AnswerGuide with(String what, Object... fieldsAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < fieldsAndValues.length; at += 2) {
            fields.put((String) fieldsAndValues[at], fieldsAndValues[at + 1]);
        }
        with.put(what, fields);
        return this;
    }

    /** What has to happen first, and is undone afterwards with the answer itself. */
    AnswerGuide before(String what, Runnable step) {
        before.put(what, step);
        return this;
    }

    Optional<List<Object>> valuesOf(String field) {
        return Optional.ofNullable(values.get(field));
    }

    Map<String, Object> fieldsWith(String what) {
        return with.getOrDefault(what, Map.of());
    }

    /** Does what has to happen before these answers. */
    void prepare(Map<String, Object> fields, boolean together) {
        fields.forEach((name, value) ->
                before.getOrDefault(name + "=" + value, () -> {}).run());
        if (together) {
            before.getOrDefault(TOGETHER, () -> {}).run();
        }
    }
}
