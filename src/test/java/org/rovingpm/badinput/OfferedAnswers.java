package org.rovingpm.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.rovingpm.engine.feel.BoundedFeel;
import org.rovingpm.fixture.model.PackagedForm;
import org.rovingpm.fixture.model.PackagedForm.Field;

/**
 * Everything that a form lets a person answer, made from the form's own fields, so that a new field or choice is given by itself:
 * every choice, the longest text, the smallest and the greatest number, the first and the last day, each alone in an answer that is
 * plain otherwise, and every choice with all other fields at one bound and at the other. Which fields an answer shows, the form's
 * own conditions say.
 */
final class OfferedAnswers {

    private static final int MOST_TICKED = 20;

    /**
     * One submission.
     *
     * @param what   how it differs from the plain one
     * @param field  the field that it is about; null where all are at a bound
     * @param fields all its answers
     */
    record Attempt(String what, String field, Object value, Map<String, Object> fields) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BoundedFeel FEEL = new BoundedFeel();

    private final PackagedForm form;
    private final Map<String, Object> plain;
    private final Map<String, Object> shown;
    private final AnswerGuide guide;
    private final Function<String, List<String>> lists;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * @param plain an answer that is good
     * @param shown what the open form shows
     * @param lists the choices of the scheme's lists, by their keys; null for a key that is none of them
     */
    OfferedAnswers(
            PackagedForm form,
            Map<String, Object> plain,
            Map<String, Object> shown,
            AnswerGuide guide,
            Function<String, List<String>> lists) {
        this.form = form;
        this.plain = plain;
        this.shown = shown;
        this.guide = guide;
        this.lists = lists;
        for (Field field : form.fields()) {
            for (Object value : valuesOf(field)) {
                alone(field, value);
            }
        }
        for (Field field : form.fields()) {
            if (isChoice(field)) {
                valuesOf(field).forEach(value -> together(field, value));
            }
        }
        if (form.fields().stream().noneMatch(OfferedAnswers::isChoice)) {
            together(null, null);
        }
    }

    List<Attempt> attempts() {
        return attempts;
    }

    /** What of the form could not be answered at all. */
    List<String> faults() {
        return faults;
    }

    /** The fields whose every answer has to leave a record of its own. */
    Stream<Field> choices() {
        return form.fields().stream()
                .filter(field -> isChoice(field) || field.type().equals("checkbox"));
    }

    private void alone(Field field, Object value) {
        reach(field, value)
                .ifPresentOrElse(
                        fields -> attempts.add(new Attempt(named(field, value), field.name(), value, fields)),
                        () -> faults.add("No answer shows the field for " + named(field, value)));
    }

    private void together(Field choice, Object value) {
        Map<String, Object> begun = choice == null
                ? new LinkedHashMap<>(plain)
                : reach(choice, value).orElse(null);
        if (begun == null) {
            return;
        }
        for (boolean last : new boolean[] {false, true}) {
            Map<String, Object> fields = new LinkedHashMap<>(begun);
            for (int round = 0; round < 3; round++) {
                for (Field field : form.fields()) {
                    List<Object> values = valuesOf(field);
                    if (!field.equals(choice) && !isChoice(field) && !values.isEmpty() && shows(field, fields)) {
                        fields.put(field.name(), values.get(last ? values.size() - 1 : 0));
                    }
                }
                complete(fields);
            }
            fields.putAll(guide.fieldsWith(AnswerGuide.TOGETHER));
            complete(fields);
            String what = "%s with all others at their %s bound"
                    .formatted(choice == null ? "nothing" : named(choice, value), last ? "last" : "first");
            attempts.add(new Attempt(what, null, null, fields));
        }
    }

    /** The plain answer changed as little as it takes to show the field and to give it this value. */
    private Optional<Map<String, Object>> reach(Field field, Object value) {
        return Stream.of(
                        Stream.of(Map.<String, Object>of()),
                        others(field),
                        others(field).flatMap(one -> others(field).map(other -> {
                            Map<String, Object> both = new LinkedHashMap<>(one);
                            both.putAll(other);
                            return both;
                        })))
                .flatMap(changes -> changes)
                .map(changes -> changed(changes, field, value))
                .filter(fields -> fields.containsKey(field.name()))
                .findFirst();
    }

    private Map<String, Object> changed(Map<String, Object> changes, Field field, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(plain);
        fields.putAll(changes);
        fields.put(field.name(), value);
        fields.putAll(guide.fieldsWith(field.name()));
        fields.putAll(guide.fieldsWith(field.name() + "=" + value));
        complete(fields);
        return fields;
    }

    private Stream<Map<String, Object>> others(Field but) {
        return form.fields().stream()
                .filter(field -> !field.name().equals(but.name()))
                .filter(field -> !List.of("number", "datetime", "dynamiclist").contains(field.type()))
                .flatMap(field -> valuesOf(field).stream().map(value -> Map.of(field.name(), value)));
    }

    /** Takes away what is not shown, and answers what is and has to be. */
    private void complete(Map<String, Object> fields) {
        boolean again = true;
        while (again) {
            again = false;
            for (Field field : form.fields()) {
                if (!shows(field, fields)) {
                    again |= fields.remove(field.name()) != null;
                } else if (fields.get(field.name()) == null && hasToBeAnswered(field)) {
                    Object usual = plain.get(field.name());
                    fields.put(field.name(), usual == null ? valuesOf(field).get(0) : usual);
                    again = true;
                }
            }
        }
    }

    private static boolean hasToBeAnswered(Field field) {
        return field.required() || field.conditional() && !field.type().equals("checkbox");
    }

    private boolean shows(Field field, Map<String, Object> fields) {
        String hide = field.json().path("conditional").path("hide").asText("");
        if (hide.isEmpty()) {
            return true;
        }
        VariableMap known = Variables.createVariables();
        shown.forEach((name, value) -> known.putValue(name, value instanceof JsonNode ? null : value));
        form.fields().forEach(each -> known.putValue(each.name(), fields.get(each.name())));
        Object hidden = FEEL.evaluateSimpleExpression(hide.replaceFirst("^=", ""), known.asVariableContext());
        return !Boolean.TRUE.equals(hidden);
    }

    private List<Object> valuesOf(Field field) {
        return guide.valuesOf(field.name()).orElseGet(() -> switch (field.type()) {
            case "textfield", "textarea" -> List.of(longest(field));
            case "number" ->
                Stream.of("min", "max")
                        .map(field::limit)
                        .filter(bound -> bound != null)
                        .map(OfferedAnswers::asSent)
                        .toList();
            case "radio", "select" -> List.copyOf(choicesOf(field));
            case "checklist" -> checklist(choicesOf(field));
            case "checkbox" -> field.required() ? List.of(true) : List.of(false, true);
            case "dynamiclist" -> List.of(entries(field));
            default -> {
                faults.add("Which are the first and the last %s?".formatted(field.name()));
                yield List.of();
            }
        });
    }

    private List<String> choicesOf(Field field) {
        if (!field.choices().isEmpty()) {
            return field.choices();
        }
        String key = field.json().path("valuesKey").asText();
        List<String> listed = lists.apply(key);
        if (listed != null) {
            return listed;
        }
        List<String> offered = new ArrayList<>();
        if (shown.get(key) instanceof JsonNode options) {
            options.forEach(option -> offered.add(option.path("value").asText()));
        }
        if (offered.isEmpty()) {
            faults.add("The form offers nothing at " + field.name());
        }
        return offered;
    }

    /** Each by itself and all together; of people, of whom other tests make many, only some. */
    private static List<Object> checklist(List<String> choices) {
        List<String> some = choices.stream().limit(MOST_TICKED).toList();
        List<Object> values = new ArrayList<>(some.stream().map(List::of).toList());
        values.add(some);
        return values;
    }

    /** The entries of the plain answer, each text that a person types in them as long as it may be. */
    private List<Object> entries(Field list) {
        List<Object> entries = new ArrayList<>();
        for (Object entry : (List<?>) plain.getOrDefault(list.name(), List.of())) {
            Map<String, Object> fields = new HashMap<>();
            ((Map<?, ?>) entry).forEach((name, value) -> fields.put((String) name, value));
            list.entry().stream()
                    .filter(field -> !field.json().path("readonly").asBoolean())
                    .forEach(field -> fields.put(field.name(), longest(field)));
            entries.add(fields);
        }
        return entries;
    }

    private String longest(Field field) {
        int length = field.maxLength();
        if (field.rules().path("validationType").asText().equals("email")) {
            String domain = "@" + "long-name-of-a-practice.".repeat(length / 24) + "example.org";
            while (domain.length() > length - 1) {
                domain = "@" + domain.substring(domain.indexOf('.') + 1);
            }
            return "a".repeat(Math.min(64, length - domain.length())) + domain;
        }
        String text = "The longest “%s” – naïve, Łódź, ✓. ".formatted(field.name());
        text = text.repeat(length / text.length() + 1).substring(0, length - 1);
        return text.strip() + ".".repeat(length - text.strip().length());
    }

    private static Object asSent(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? (Object) number.intValueExact() : number.doubleValue();
    }

    private static boolean isChoice(Field field) {
        return field.type().equals("radio") || field.type().equals("select");
    }

    private static String named(Field field, Object value) {
        String text = String.valueOf(value);
        return field.name() + "=" + (text.length() > 40 ? text.substring(0, 40) + "…" : text);
    }

    /** @param json what a form shows, as the engine gives it */
    static Object read(Object json) {
        if (json == null || json instanceof String || json instanceof Number || json instanceof Boolean) {
            return json;
        }
        try {
            return JSON.readTree(json.toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
