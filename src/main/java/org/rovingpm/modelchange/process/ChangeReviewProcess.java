package org.rovingpm.modelchange.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormTask;
import org.rovingpm.modelchange.RecordModelChange;

/** The contract of change-review.bpmn: its key, its elements, its variables. */
public final class ChangeReviewProcess {

    public static final String KEY = RecordModelChange.PROCESS;

    public static final String MESSAGE_UPGRADE_HELD = RecordModelChange.UPGRADE_HELD;

    public static final String REVIEW_CHANGE = "userTask_reviewChange";
    public static final String MERGE_PROCESS_CHANGE = "userTask_mergeProcessChange";

    /** The number of the change, and the names of its files. */
    public static final String CHANGE = RecordModelChange.CHANGE;

    public static final String FILES = RecordModelChange.FILES;
    /** Boolean: whether the change stays in force. */
    public static final String CHANGE_KEPT = "changeKept";

    private ChangeReviewProcess() {}

    static long changeOf(DelegateTask task) {
        return ((Number) task.getVariable(CHANGE)).longValue();
    }

    static long changeOf(FormTask task) {
        return ((Number) task.variables().get(CHANGE)).longValue();
    }
}
