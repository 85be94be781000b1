package org.rovingpm.submission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One field that a use case takes: a component of its record, with the rules that it carries. A component that is itself a
 * record is a part of the form: the fields in it are submitted beside the others, by their own names.
 */
public record SubmissionField(RecordComponent component) {

    /** @return the fields of the record in their order, those of its parts among them */
    public static List<SubmissionField> of(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> isPart(component)
                        ? of(component.getType().asSubclass(Record.class)).stream()
                        : Stream.of(new SubmissionField(component)))
                .toList();
    }

    static boolean isPart(RecordComponent component) {
        return component.getType().isRecord();
    }

    public String name() {
        return component.getName();
    }

    /** @return the type of its value: a list, or what {@link #element} gives */
    public Class<?> type() {
        return component.getType();
    }

    public boolean isList() {
        return type() == List.class;
    }

    /** @return the type of the entries of a list; of any other field its own */
    public Class<?> element() {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : type();
    }

    /** Whether it must always be answered. */
    public boolean required() {
        return Stream.of(NotNull.class, NotBlank.class, NotEmpty.class).anyMatch(rule -> rule(rule) != null);
    }

    /** @return the field's rule of this kind; null if it has none */
    public <A extends Annotation> A rule(Class<A> kind) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(kind);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
