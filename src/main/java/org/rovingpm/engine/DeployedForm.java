package org.rovingpm.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A form as it is deployed, and the fields that it submits.
 *
 * @param id     of the form; empty where it has none
 * @param fields in their order; those of groups among the others, those of a list within it
 * @param parts  every part, whether it submits something or not
 */
public record DeployedForm(String id, List<Field> fields, List<JsonNode> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CLOSED = Set.of("checkbox", "radio", "select");
    private static final Set<String> SHOWING =
            Set.of("text", "html", "image", "table", "spacer", "separator", "button");

    /**
     * One field, or a list of entries that have fields of their own.
     *
     * @param conditional whether the field, or a group around it, is shown only for some answers
     */
    public record Field(String key, String type, JsonNode json, boolean conditional, List<Field> entry) {

        /** What tells, in a form that is shown, that the choices of a field are those of a list of the scheme. */
        public static final String LIST = "valuesOfList";

        /** The question that it asks, on one line. */
        public String label() {
            String label = json.path("label").asText(json.path("dateLabel").asText(""));
            return (label.isBlank() ? json.path("dateLabel").asText(key) : label)
                    .strip()
                    .replaceAll("\\s+", " ");
        }

        public JsonNode rules() {
            return json.path("validate");
        }

        /** The values of the choices written in the form; empty where they are asked for when it is opened. */
        public List<String> choices() {
            List<String> values = new ArrayList<>();
            json.path("values")
                    .forEach(choice -> values.add(choice.path("value").asText()));
            return values;
        }

        /** What the choice of this value is called. */
        public Optional<String> labelOf(String value) {
            for (JsonNode choice : json.path("values")) {
                if (choice.path("value").asText().equals(value)) {
                    return Optional.of(choice.path("label").asText(value));
                }
            }
            return Optional.empty();
        }

        /**
         * Whether its answer can only be one of a few that stand in the form: a tick, or one of fixed choices. What gateways
         * may ask of a form that no use case takes. What a list of the scheme offers may change, so no gateway asks for it.
         */
        public boolean isClosed() {
            return CLOSED.contains(type)
                    && (type.equals("checkbox") || !choices().isEmpty() && !json.has(LIST));
        }
    }

    /** @throws IOException where it is no JSON */
    public static DeployedForm read(byte[] content) throws IOException {
        JsonNode root = JSON.readTree(content);
        if (root == null || !root.isObject()) {
            throw new IOException("No form");
        }
        List<JsonNode> parts = new ArrayList<>();
        return new DeployedForm(root.path("id").asText(""), fields(root, false, parts), parts);
    }

    /** The names that may be submitted with it. */
    public Set<String> names() {
        return fields.stream().map(Field::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The fields that gateways may ask, where no use case takes the form. */
    public Set<String> closedFields() {
        return fields.stream()
                .filter(Field::isClosed)
                .map(Field::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Field> fields(JsonNode parent, boolean hidden, List<JsonNode> parts) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode part : parent.path("components")) {
            parts.add(part);
            boolean conditional = hidden || part.has("conditional");
            String type = part.path("type").asText();
            if (type.equals("dynamiclist")) {
                fields.add(new Field(part.path("path").asText(), type, part, conditional, fields(part, false, parts)));
            } else if (part.hasNonNull("key") && !SHOWING.contains(type)) {
                fields.add(new Field(part.path("key").asText(), type, part, conditional, List.of()));
            } else {
                fields.addAll(fields(part, conditional, parts));
            }
        }
        return fields;
    }
}
