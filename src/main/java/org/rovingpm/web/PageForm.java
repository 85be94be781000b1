package org.rovingpm.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.SubmissionField;

/**
 * What a person typed on a page: as it was typed, to be shown again, and as a use case reads it. The fields are those
 * of a record; a date has three boxes, {@code since-day}, {@code since-month} and {@code since-year}. Whatever
 * else is sent is left aside.
 */
public final class PageForm {

    private final Class<? extends Record> fields;
    private final Map<String, List<String>> typed;
    private final List<Problem> problems;

    private PageForm(Class<? extends Record> fields, Map<String, List<String>> typed, List<Problem> problems) {
        this.fields = fields;
        this.typed = typed;
        this.problems = problems;
    }

    /** A page whose fields are empty. */
    public static PageForm empty(Class<? extends Record> fields) {
        return new PageForm(fields, Map.of(), List.of());
    }

    /** What was kept of {@link #typed()}. */
    public static PageForm of(Class<? extends Record> fields, Map<String, List<String>> typed) {
        return new PageForm(fields, Map.copyOf(typed), List.of());
    }

    /** What was sent: the parameters of the request. */
    public static PageForm sent(Class<? extends Record> fields, Map<String, String[]> parameters) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (SubmissionField field : SubmissionField.of(fields)) {
            int most = field.isList() ? Integer.MAX_VALUE : 1;
            boxes(field)
                    .filter(parameters::containsKey)
                    .forEach(box -> typed.put(
                            box,
                            Arrays.stream(parameters.get(box))
                                    .limit(most)
                                    .map(PageForm::withPlainLineBreaks)
                                    .toList()));
        }
        return new PageForm(fields, typed, List.of());
    }

    /** The same with what is wrong with it. */
    public PageForm with(List<Problem> found) {
        return new PageForm(fields, typed, List.copyOf(found));
    }

    /** @return what was typed, by box */
    public Map<String, List<String>> typed() {
        return typed;
    }

    /** @return what was typed, by field, as {@link org.rovingpm.submission.Submissions} reads it */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (SubmissionField field : SubmissionField.of(fields)) {
            String name = field.name();
            Object value = field.isList() ? typed.get(name) : field.type() == LocalDate.class ? date(name) : text(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    /** @return what was typed in a box; null if nothing was */
    public String text(String box) {
        List<String> texts = typed.getOrDefault(box, List.of());
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** Whether the option was chosen. */
    public boolean chosen(String field, String option) {
        return typed.getOrDefault(field, List.of()).contains(option);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** @return what is wrong with a field, one sentence after the other; null if nothing is */
    public String problem(String field) {
        List<String> sentences = problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::sentence)
                .distinct()
                .toList();
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    /** @return the ids of the hint and of the sentence that say more about a field; null if neither is shown */
    public String describedBy(String field, String hint) {
        String ids = (hint == null ? "" : field + "-hint ") + (problem(field) == null ? "" : field + "-error");
        return ids.isEmpty() ? null : ids.strip();
    }

    private Object date(String field) {
        List<String> parts = Stream.of("-day", "-month", "-year")
                .map(part -> Objects.requireNonNullElse(text(field + part), "").strip())
                .toList();
        return parts.stream().allMatch(String::isEmpty)
                ? null
                : TypedDate.read(parts.get(0), parts.get(1), parts.get(2));
    }

    /** @return the field that a box belongs to: itself, or the date of which it is a third */
    public static String fieldOf(String box) {
        return box.replaceFirst("-(day|month|year)$", "");
    }

    private static Stream<String> boxes(SubmissionField field) {
        String name = field.name();
        return field.type() == LocalDate.class
                ? Stream.of(name + "-day", name + "-month", name + "-year")
                : Stream.of(name);
    }

    /** Browsers send two characters for a line break, which would count twice. */
    private static String withPlainLineBreaks(String text) {
        return text.replace("\r\n", "\n");
    }
}
