package org.rovingpm.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** The fields that a deployed form offers: the names that may be submitted with it. */
final class DeployedFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DeployedFields() {
    }

    static Set<String> of(InputStream form) {
        try (form) {
            Set<String> keys = new HashSet<>();
            collect(JSON.readTree(form), keys);
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void collect(JsonNode component, Set<String> keys) {
        for (JsonNode child : component.path("components")) {
            String name = child.path("key").asText(child.path("path").asText(""));
            if (!name.isEmpty()) {
                keys.add(name);
            }
            if (child.path("path").asText("").isEmpty()) {
                collect(child, keys);
            }
        }
    }
}
