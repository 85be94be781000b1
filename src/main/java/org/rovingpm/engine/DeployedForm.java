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
 * @param id     id of the form; empty if it has none
 * @param fields in their order; those of groups in line, those of a list within it
 * @param parts  every part, even those that submit nothing
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

        /** In a form that is shown, marks a field whose choices are those of a list of the scheme. */
        public static final String LIST = "valuesOfList";

        /** Its question, on one line. */
        public String label() {
            String label = json.path("label").asText(json.path("dateLabel").asText(""));
            return (label.isBlank() ? json.path("dateLabel").asText(key) : label)
                    .strip()
                    .replaceAll("\\s+", " ");
        }

        public JsonNode rules() {
            return json.path("validate");
        }

        /** The values of the choices written in the form; empty if they are provided when it is opened. */
        public List<String> choices() {
            List<String> values = new ArrayList<>();
            json.path("values")
                    .forEach(choice -> values.add(choice.path("value").asText()));
            return values;
        }

        /** The label of the choice with this value. */
        public Optional<String> labelOf(String value) {
            for (JsonNode choice : json.path("values")) {
                if (choice.path("value").asText().equals(value)) {
                    return Optional.of(choice.path("label").asText(value));
                }
            }
            return Optional.empty();
        }

        /**
         * Whether its answer is a tick or one of the fixed choices in the form. Gateways may use these from a form
         * without a use case; not the choices of a list of the scheme, which may change.
         */
        public boolean isClosed() {
            return CLOSED.contains(type)
                    && (type.equals("checkbox") || !choices().isEmpty() && !json.has(LIST));
        }
    }

    /** @throws IOException if it is not JSON */
    public static DeployedForm read(byte[] content) throws IOException {
        JsonNode root = JSON.readTree(content);
        if (root == null || !root.isObject()) {
            throw new IOException("No form");
        }
        List<JsonNode> parts = new ArrayList<>();
        return new DeployedForm(root.path("id").asText(""), fields(root, false, parts), parts);
    }

    /** The field names that may be submitted with it. */
    public Set<String> names() {
        return fields.stream().map(Field::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The fields that gateways may use if the form has no use case. */
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
