package org.rovingpm.modelchange.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormTask;
import org.rovingpm.modelchange.ChangeReviewProcess.Variables;

/** The number of the model change that a step of change-review is about. */
final class StepModelChange {

    private StepModelChange() {}

    static long of(DelegateTask task) {
        return ((Number) task.getVariable(Variables.CHANGE_ID)).longValue();
    }

    static long of(FormTask task) {
        return ((Number) task.variables().get(Variables.CHANGE_ID)).longValue();
    }
}
