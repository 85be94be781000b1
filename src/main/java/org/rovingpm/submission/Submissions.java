package org.rovingpm.submission;

import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.BeanUtils;
import org.springframework.stereotype.Component;

/**
 * Reads what a person submitted, whatever door it came through, into a record whose components carry the rules
 * (Jakarta Validation). Refuses with every problem at once: unknown fields, values of the wrong type, broken rules.
 */
@Component
public class Submissions {

    private final Validator validator;

    Submissions(Validator validator) {
        this.validator = validator;
    }

    /**
     * @param type   a record; its component names are the field names
     * @param values plain Java values, lists and maps; texts are trimmed and empty ones count as missing
     */
    public <T extends Record> T read(Class<T> type, Map<String, ?> values) {
        Set<Problem> problems = new LinkedHashSet<>();
        T submission = read(type, values, "", problems);
        if (problems.isEmpty()) {
            validator
                    .validate(submission)
                    .forEach(broken ->
                            problems.add(new Problem(broken.getPropertyPath().toString(), broken.getMessage())));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(List.copyOf(problems));
        }
        return submission;
    }

    /** As {@link #read}, a few fields of many: the others count as missing, and nothing is said about them. */
    public <T extends Record> T readSome(Class<T> type, Map<String, ?> values, Set<String> fields) {
        Set<Problem> problems = new LinkedHashSet<>();
        RecordComponent[] components = type.getRecordComponents();
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            arguments.add(
                    fields.contains(component.getName())
                            ? readComponent(type, component, values.get(component.getName()), "", problems)
                            : component.getType() == List.class ? List.of() : null);
        }
        if (!problems.isEmpty()) {
            throw new Refusal(List.copyOf(problems));
        }
        return construct(type, components, arguments);
    }

    private <T extends Record> T read(Class<T> type, Map<String, ?> values, String path, Set<Problem> problems) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known = new LinkedHashSet<>();
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            known.add(component.getName());
            arguments.add(readComponent(type, component, values.get(component.getName()), path, problems));
        }
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(Problem.noSuchField(path, name)));
        return problems.isEmpty() ? construct(type, components, arguments) : null;
    }

    private Object readComponent(
            Class<? extends Record> type, RecordComponent component, Object raw, String path, Set<Problem> problems) {
        String field = path + component.getName();
        SubmittedValue value = new SubmittedValue(component.getName(), raw);
        try {
            Object read = value.as(
                    component.getGenericType(),
                    (element, entry, index) -> read(element, entry, field + "[" + index + "].", problems));
            validator
                    .validateValue(type, component.getName(), read)
                    .forEach(broken -> problems.add(new Problem(field, broken.getMessage())));
            return read;
        } catch (UnreadableValue unreadable) {
            problems.add(new Problem(field, unreadable.getMessage()));
            return null;
        }
    }

    private static <T> T construct(Class<T> type, RecordComponent[] components, List<Object> arguments) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return BeanUtils.instantiateClass(type.getDeclaredConstructor(types), arguments.toArray());
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " is not a record", impossible);
        }
    }
}
