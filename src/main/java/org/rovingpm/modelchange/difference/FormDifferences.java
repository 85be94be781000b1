package org.rovingpm.modelchange.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Describes the differences between two versions of a form, field by field. */
final class FormDifferences {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> WORDS = Map.of(
            "label",
            "its label",
            "dateLabel",
            "its label",
            "description",
            "its help text",
            "validate.required",
            "whether it must be answered",
            "validate.maxLength",
            "how long its answer may be",
            "validate.min",
            "its lowest value",
            "validate.max",
            "its highest value",
            "text",
            "its text",
            "conditional.hide",
            "when it is hidden");
    private static final Set<String> NOT_SAID = Set.of("id", "components");

    private final Map<String, JsonNode> before = new LinkedHashMap<>();
    private final Map<String, JsonNode> after = new LinkedHashMap<>();

    FormDifferences(byte[] before, byte[] after) {
        collect(read(before), this.before);
        collect(read(after), this.after);
    }

    List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        after.forEach((id, field) -> {
            if (!before.containsKey(id)) {
                all.add(Difference.added(id, "%s was added.".formatted(called(id, field))));
            }
        });
        after.forEach((id, field) -> {
            if (before.containsKey(id)) {
                changes(id, before.get(id), field, all);
            }
        });
        before.forEach((id, field) -> {
            if (!after.containsKey(id)) {
                all.add(Difference.removed(id, "%s was removed.".formatted(called(id, field))));
            }
        });
        return all;
    }

    private static void changes(String id, JsonNode old, JsonNode now, List<Difference> all) {
        Map<String, String> was = details(old);
        Map<String, String> is = details(now);
        Set<String> ways = new TreeSet<>(was.keySet());
        ways.addAll(is.keySet());
        ways.stream()
                .filter(way -> !Objects.equals(was.get(way), is.get(way)))
                .forEach(way -> all.add(Difference.changed(
                        id,
                        "%s: %s was “%s” and is now “%s”."
                                .formatted(
                                        called(id, now),
                                        WORDS.getOrDefault(way, way),
                                        was.getOrDefault(way, "not said"),
                                        is.getOrDefault(way, "not said")))));
    }

    private static Map<String, String> details(JsonNode field) {
        Map<String, String> details = new TreeMap<>();
        flatten(field, "", details);
        return details;
    }

    private static void flatten(JsonNode node, String way, Map<String, String> details) {
        if (node.isObject()) {
            node.fields().forEachRemaining(entry -> {
                if (!way.isEmpty() || !NOT_SAID.contains(entry.getKey())) {
                    flatten(entry.getValue(), way.isEmpty() ? entry.getKey() : way + "." + entry.getKey(), details);
                }
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(node.get(i), way + " " + (i + 1), details);
            }
        } else {
            details.put(way, node.asText());
        }
    }

    private static void collect(JsonNode parent, Map<String, JsonNode> fields) {
        parent.path("components").forEach(component -> {
            String id = component.hasNonNull("key")
                    ? component.get("key").asText()
                    : component.hasNonNull("path")
                            ? component.get("path").asText()
                            : component.path("id").asText();
            fields.put(id, component);
            collect(component, fields);
        });
    }

    private static String called(String id, JsonNode field) {
        String label = List.of("label", "dateLabel").stream()
                .map(name -> field.path(name).asText())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(id);
        return "%s “%s”".formatted(field.hasNonNull("key") ? "Field" : "Part", label);
    }

    private static JsonNode read(byte[] form) {
        try {
            return JSON.readTree(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
