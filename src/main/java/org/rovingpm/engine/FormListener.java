package org.rovingpm.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * The bridge between one form of a user task and one use case. In the model it is the task's {@code complete} listener.
 * What the form shows is looked up each time it is opened and stored nowhere. What was typed reaches {@link
 * #completed} as a checked record, and the engine never stores it.
 *
 * @param <T> the fields of the form, in the use case that takes them
 */
public abstract class FormListener<T extends Record> implements TaskListener {

    private final String form;
    private final Class<T> fields;

    /** @param form id of the form, such as "assess-request" */
    protected FormListener(String form, Class<T> fields) {
        this.form = form;
        this.fields = fields;
    }

    public final String form() {
        return form;
    }

    public final Class<T> fields() {
        return fields;
    }

    /**
     * The values that the form shows when it is opened: texts, ticks, rows of tables, options, earlier answers. Lists
     * and maps reach the form as JSON; null as no value.
     */
    public Map<String, Object> shown(FormTask task) {
        return Map.of();
    }

    /**
     * Hands the submission to the use case, and sets the variables for gateways. A refusal keeps the task open.
     *
     * @param who user id of the person who completed the task
     */
    protected abstract void completed(DelegateTask task, T submitted, String who);

    @Override
    public final void notify(DelegateTask task) {
        completed(task, fields.cast(Submission.of(task)), Submission.person());
    }
}
