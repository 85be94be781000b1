package org.rovingpm.engine.task;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.engine.due.TaskPriority;
import org.rovingpm.engine.due.WorkStart;

/** Gives every task a due date and a priority when it is created, unless its model sets them. */
class TaskDeadline implements TaskListener {

    private final ServiceLevels serviceLevels;
    private final WorkStart workStart;

    TaskDeadline(ServiceLevels serviceLevels, WorkStart workStart) {
        this.serviceLevels = serviceLevels;
        this.workStart = workStart;
    }

    @Override
    public void notify(DelegateTask task) {
        setUnlessSet(task);
        prioritise(task);
    }

    void setUnlessSet(DelegateTask task) {
        if (task.getDueDate() == null) {
            task.setDueDate(Date.from(due(task, task.getProcessDefinitionId(), task.getTaskDefinitionKey())));
        }
    }

    /** Moves the due date of a task that stood at another step, or at the same one in another version; time on hold stays added. */
    void follow(DelegateTask task, String process, String step) {
        Instant before = due(task, process, step);
        Instant now = due(task, task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        if (task.getDueDate() != null && !now.equals(before)) {
            task.setDueDate(Date.from(serviceLevels.moved(task.getDueDate().toInstant(), before, now)));
        }
    }

    void prioritise(DelegateTask task) {
        if (task.getPriority() == Task.PRIORITY_NORMAL && task.hasVariable(CaseVariables.CASE_REFERENCE)) {
            task.setPriority(TaskPriority.of(rag(task), false));
        }
    }

    private Instant due(DelegateTask task, String process, String step) {
        return serviceLevels.due(
                rag(task),
                process,
                step,
                workStart.of(
                        step,
                        (String) task.getVariable(CaseVariables.CASE_REFERENCE),
                        task.getCreateTime().toInstant()));
    }

    private static String rag(DelegateTask task) {
        return (String) task.getVariable(CaseVariables.RAG);
    }
}
