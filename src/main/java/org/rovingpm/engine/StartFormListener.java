package org.rovingpm.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * The bridge between one start form and one use case. In the model it is an execution listener at the end of the start
 * event. What was typed reaches {@link #started} as a checked record. Nothing of it stays in the process.
 *
 * @param <T> the fields of the form, in the use case that takes them
 */
public abstract class StartFormListener<T extends Record> implements ExecutionListener {

    private final String form;
    private final Class<T> fields;

    /** @param form id of the form, such as "request-help" */
    protected StartFormListener(String form, Class<T> fields) {
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
     * Hands the submission to the use case, and sets the variables of the new instance. A refusal leaves nothing behind.
     *
     * @param who user id of the person who started the process
     */
    protected abstract void started(DelegateExecution process, T submitted, String who);

    @Override
    public final void notify(DelegateExecution process) {
        started(process, fields.cast(Submission.of(process)), Submission.person());
    }
}
