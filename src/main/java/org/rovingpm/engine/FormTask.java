package org.rovingpm.engine;

import java.util.Map;

/**
 * The task whose form is being opened.
 *
 * @param id        the engine's id of the task
 * @param step      key of the task in its model, such as "userTask_assessRequest"
 * @param reference business key of its process: the case reference
 * @param variables the process variables it sees
 */
public record FormTask(String id, String step, String reference, Map<String, Object> variables) {

    /** @return the text in a process variable, or null */
    public String text(String variable) {
        Object value = variables.get(variable);
        return value == null ? null : value.toString();
    }

    public boolean isTrue(String variable) {
        return Boolean.TRUE.equals(variables.get(variable));
    }
}
