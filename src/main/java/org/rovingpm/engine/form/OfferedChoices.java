package org.rovingpm.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.engine.DeployedForm;
import org.springframework.stereotype.Component;

/**
 * Fills in what the scheme's lists offer now when a form is opened: a field that names a list as its {@code valuesKey} leaves
 * with the rows of the list as its values. Done to the form and not by variables, because a start form is opened before there
 * is a process, and Tasklist asks for no variables then. Works in managers' own forms too.
 */
@Component
class OfferedChoices {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "valuesKey";

    private final ChoiceLists lists;

    OfferedChoices(ChoiceLists lists) {
        this.lists = lists;
    }

    /** @return the form as it is shown; as it was where it names no list, or is none of Camunda's forms */
    InputStream in(InputStream deployed) {
        try (deployed) {
            byte[] content = deployed.readAllBytes();
            boolean asks = new String(content, StandardCharsets.UTF_8).contains(KEY);
            return new ByteArrayInputStream(asks ? filled(content) : content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] filled(byte[] content) throws IOException {
        try {
            JsonNode form = JSON.readTree(content);
            fill(form);
            return JSON.writeValueAsBytes(form);
        } catch (JsonProcessingException page) {
            return content;
        }
    }

    private void fill(JsonNode parent) {
        for (JsonNode part : parent.path("components")) {
            lists.named(part.path(KEY).asText("")).ifPresent(list -> {
                ObjectNode field = (ObjectNode) part;
                ArrayNode values = field.putArray("values");
                list.offered()
                        .forEach(choice ->
                                values.addObject().put("label", choice.label()).put("value", choice.code()));
                // A field with a key for its values would not look at them
                field.remove(KEY);
                field.put(DeployedForm.Field.LIST, list.key());
            });
            fill(part);
        }
    }
}
