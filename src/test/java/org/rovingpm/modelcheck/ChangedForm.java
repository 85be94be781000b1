package org.rovingpm.modelcheck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A packaged form, or a new one, changed in small steps. */
final class ChangedForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode form;

    private ChangedForm(ObjectNode form) {
        this.form = form;
    }

    static ChangedForm of(String id) {
        try {
            return new ChangedForm((ObjectNode) JSON.readTree(new File("forms", id + ".form")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A form of a manager's own, without fields as yet. */
    static ChangedForm named(String id) {
        ObjectNode form = JSON.createObjectNode()
                .put("executionPlatform", "Camunda Platform")
                .put("executionPlatformVersion", "7.24.0")
                .put("schemaVersion", 16)
                .put("type", "default")
                .put("id", id);
        form.putArray("components");
        return new ChangedForm(form);
    }

    /** @param more properties of the field, as JSON without the braces */
    ChangedForm field(String type, String key, String label, String more) {
        try {
            ((ArrayNode) form.get("components"))
                    .add(JSON.readTree("{\"type\":\"%s\",\"id\":\"field_%s\",\"key\":\"%s\",\"label\":\"%s\"%s}"
                            .formatted(type, key, key, label, more.isEmpty() ? "" : "," + more)));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A part that takes no answer. */
    ChangedForm shows(String type, String property, String text) {
        ((ArrayNode) form.get("components"))
                .addObject()
                .put("type", type)
                .put("id", "shown")
                .put(property, text);
        return this;
    }

    ChangedForm without(String key) {
        remove(form, key);
        return this;
    }

    ChangedForm change(String key, Consumer<ObjectNode> change) {
        form.findParents("key").stream()
                .filter(field -> key.equals(field.path("key").asText()))
                .map(ObjectNode.class::cast)
                .forEach(change);
        return this;
    }

    ChangedForm changeAll(Consumer<ObjectNode> change) {
        change.accept(form);
        return this;
    }

    byte[] bytes() {
        return form.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static void remove(JsonNode parent, String key) {
        if (parent.path("components") instanceof ArrayNode parts) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                if (key.equals(parts.get(i)
                        .path("key")
                        .asText(parts.get(i).path("path").asText()))) {
                    parts.remove(i);
                } else {
                    remove(parts.get(i), key);
                }
            }
        }
    }
}
