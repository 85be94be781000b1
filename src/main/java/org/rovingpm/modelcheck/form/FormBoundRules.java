package org.rovingpm.modelcheck.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.modelcheck.file.Findings;

/** What a field asks for can be given: it is not hidden for ever, and there is something between its bounds. */
final class FormBoundRules {

    private record Bounds(String smallest, String largest, String what) {}

    private static final List<Bounds> BOUNDS =
            List.of(new Bounds("min", "max", "value"), new Bounds("minLength", "maxLength", "length"));

    /** The words of a date field that know a few only. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "subtype", Set.of("date", "time", "datetime"),
            "timeSerializingFormat", Set.of("utc_offset", "utc_normalized", "no_timezone"),
            "timeInterval", Set.of("1", "5", "10", "15", "30", "60"));

    private FormBoundRules() {}

    static void check(JsonNode part, String id, String label, Findings to) {
        JsonNode rules = part.path("validate");
        String hide = part.path("conditional").path("hide").asText("").replaceAll("\\s", "");
        if (rules.path("required").asBoolean() && hide.equals("=true")) {
            to.problem(id, label, "has to be answered and is always hidden: take one of the two away.");
        }
        BOUNDS.forEach(bounds -> bounds(part, rules, bounds, id, label, to));
        if (part.path("type").asText().equals("datetime")) {
            WORDS.forEach((name, words) -> {
                if (part.hasNonNull(name) && !words.contains(part.path(name).asText())) {
                    to.problem(
                            id,
                            label,
                            "has “%s” as its %s, which Tasklist does not know: use one of %s."
                                    .formatted(
                                            part.path(name).asText(),
                                            name,
                                            String.join(
                                                    ", ",
                                                    words.stream().sorted().toList())));
                }
            });
        }
    }

    private static void bounds(JsonNode part, JsonNode rules, Bounds bounds, String id, String label, Findings to) {
        Optional<BigDecimal> smallest = number(rules.path(bounds.smallest()), bounds.smallest(), id, label, to);
        Optional<BigDecimal> largest = number(rules.path(bounds.largest()), bounds.largest(), id, label, to);
        if (smallest.isPresent() && largest.isPresent() && smallest.get().compareTo(largest.get()) > 0) {
            to.problem(
                    id,
                    label,
                    "has a smallest %1$s of %2$s and a largest %1$s of %3$s, so that no answer would do: swap them."
                            .formatted(
                                    bounds.what(),
                                    smallest.get().toPlainString(),
                                    largest.get().toPlainString()));
            return;
        }
        given(part, bounds)
                .filter(value -> smallest.filter(least -> value.compareTo(least) < 0)
                                .isPresent()
                        || largest.filter(most -> value.compareTo(most) > 0).isPresent())
                .ifPresent(
                        value -> to.problem(
                                id,
                                label,
                                "is filled in beforehand with an answer that its bounds do not allow: change the default or the bounds."));
    }

    /** The default value, as far as it is measured by these bounds. */
    private static Optional<BigDecimal> given(JsonNode part, Bounds bounds) {
        JsonNode value = part.path("defaultValue");
        if (bounds.what().equals("length")) {
            return value.isTextual() && !value.asText().isEmpty()
                    ? Optional.of(BigDecimal.valueOf(value.asText().length()))
                    : Optional.empty();
        }
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    /** @return empty where there is no bound, or an expression works it out */
    private static Optional<BigDecimal> number(JsonNode bound, String name, String id, String label, Findings to) {
        if (bound.isNumber()) {
            return Optional.of(bound.decimalValue());
        }
        String text = bound.asText("").strip();
        if (text.isEmpty() || text.startsWith("=")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException none) {
            to.problem(id, label, "has “%s” as its bound %s: write a number.".formatted(text, name));
            return Optional.empty();
        }
    }
}
