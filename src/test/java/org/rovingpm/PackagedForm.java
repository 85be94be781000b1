package org.rovingpm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One packaged form and the fields that it submits. */
record PackagedForm(String name, List<Field> fields) {

    /**
     * One field, or a list of entries that have fields of their own.
     *
     * @param conditional whether the field, or the group around it, is shown only for some answers
     */
    record Field(String name, String type, JsonNode json, boolean conditional, List<Field> entry) {

        boolean required() {
            return rules().path("required").asBoolean();
        }

        JsonNode rules() {
            return json.path("validate");
        }

        /** The values of the choices written in the form; empty if they are provided when it is opened. */
        List<String> choices() {
            List<String> values = new ArrayList<>();
            json.path("values")
                    .forEach(choice -> values.add(choice.path("value").asText()));
            return values;
        }

        Integer maxLength() {
            return rules().has("maxLength") ? rules().get("maxLength").asInt() : null;
        }

        BigDecimal limit(String side) {
            return rules().has(side) ? rules().get(side).decimalValue() : null;
        }
    }

    static Stream<PackagedForm> all() {
        return Arrays.stream(new File("forms").list())
                .filter(file -> file.endsWith(".form"))
                .sorted()
                .map(file -> named(file.replace(".form", "")));
    }

    static PackagedForm named(String name) {
        try {
            return new PackagedForm(
                    name, fields(new ObjectMapper().readTree(new File("forms/" + name + ".form")), false));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Field> fields(JsonNode parent, boolean hidden) {
        List<Field> fields = new ArrayList<>();
        parent.path("components").forEach(component -> {
            boolean conditional = hidden || component.has("conditional");
            String type = component.path("type").asText();
            if (type.equals("dynamiclist")) {
                fields.add(new Field(
                        component.path("path").asText(), type, component, conditional, fields(component, false)));
            } else if (component.has("key") && !type.equals("text") && !type.equals("table")) {
                fields.add(new Field(component.path("key").asText(), type, component, conditional, List.of()));
            } else {
                fields.addAll(fields(component, conditional));
            }
        });
        return fields;
    }

    @Override
    public String toString() {
        return name;
    }
}
