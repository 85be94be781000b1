package org.rovingpm.submission;

import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rovingpm.choice.ChoiceLists;
import org.springframework.beans.BeanUtils;
import org.springframework.stereotype.Component;

/**
 * Reads what a person submitted, whatever door it came through, into a record whose components carry the rules
 * (Jakarta Validation). Refuses with every problem at once: unknown fields, values of the wrong type, broken rules.
 */
@Component
public class Submissions {

    private final Validator validator;
    private final ChoiceLists lists;

    Submissions(Validator validator, ChoiceLists lists) {
        this.validator = validator;
        this.lists = lists;
    }

    /**
     * @param type   a record of {@linkplain SubmissionField fields}
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
        T submission = construct(
                type,
                field -> fields.contains(field.name())
                        ? readField(field, values.get(field.name()), "", problems)
                        : field.isList() ? List.of() : null,
                problems);
        if (!problems.isEmpty()) {
            throw new Refusal(List.copyOf(problems));
        }
        return submission;
    }

    private <T extends Record> T read(Class<T> type, Map<String, ?> values, String path, Set<Problem> problems) {
        T submission = construct(type, field -> readField(field, values.get(field.name()), path, problems), problems);
        Set<String> known =
                SubmissionField.of(type).stream().map(SubmissionField::name).collect(Collectors.toSet());
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(Problem.noSuchField(path, name)));
        return submission;
    }

    private Object readField(SubmissionField field, Object raw, String path, Set<Problem> problems) {
        String name = path + field.name();
        SubmittedValue value = new SubmittedValue(field.name(), raw, lists);
        try {
            Object read = value.as(
                    field.component().getGenericType(),
                    (element, entry, index) -> read(element, entry, name + "[" + index + "].", problems));
            validator
                    .validateValue(field.component().getDeclaringRecord(), field.name(), read)
                    .forEach(broken -> problems.add(new Problem(name, broken.getMessage())));
            return read;
        } catch (UnreadableValue unreadable) {
            problems.add(new Problem(name, unreadable.getMessage()));
            return null;
        }
    }

    /** @return the record, its parts filled from the same values; null if something is wrong with them */
    private static <T extends Record> T construct(
            Class<T> type, Function<SubmissionField, Object> read, Set<Problem> problems) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> SubmissionField.isPart(component)
                        ? construct(component.getType().asSubclass(Record.class), read, problems)
                        : read.apply(new SubmissionField(component)))
                .toArray();
        return problems.isEmpty() ? construct(type, components, arguments) : null;
    }

    private static <T> T construct(Class<T> type, RecordComponent[] components, Object... arguments) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return BeanUtils.instantiateClass(type.getDeclaredConstructor(types), arguments);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " is not a record", impossible);
        }
    }
}
