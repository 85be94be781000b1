package org.rovingpm.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** Converts form values between the engine and the domain. */
final class SubmittedVariables {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Something that no form sends and no field takes. It is refused with the other problems. */
    private static final Object UNREADABLE = new Object();

    private SubmittedVariables() {}

    /** @return plain Java values, lists and maps */
    static Map<String, Object> plain(Map<String, Object> variables) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (variables != null) {
            VariableMap typed = Variables.fromMap(variables);
            typed.keySet().forEach(name -> plain.put(name, unwrapped(typed.getValueTyped(name))));
        }
        return plain;
    }

    private static Object unwrapped(TypedValue value) {
        if (value instanceof JsonValue json) {
            return parsed(json.getValueSerialized());
        }
        if (value instanceof SerializableValue) {
            return UNREADABLE;
        }
        return value == null ? null : value.getValue();
    }

    private static Object parsed(String json) {
        try {
            return json == null ? null : JSON.readValue(json, Object.class);
        } catch (JsonProcessingException broken) {
            return UNREADABLE;
        }
    }

    /**
     * @param deserialized whether to return JSON as Spin objects; Tasklist needs the text and opens no form without it
     * @return the value for a Camunda form: lists, maps and records as JSON, dates as ISO texts
     */
    static TypedValue shown(Object value, boolean deserialized) {
        Object tree = JSON.convertValue(value, Object.class);
        if (tree instanceof Map || tree instanceof Collection) {
            String json = JSON.valueToTree(tree).toString();
            return (deserialized ? SpinValues.jsonValue(Spin.JSON(json)) : SpinValues.jsonValue(json)).create();
        }
        return Variables.untypedValue(tree);
    }
}
