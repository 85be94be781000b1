package org.rovingpm.engine.task;

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
        String rag = (String) task.getVariable(CaseVariables.RAG);
        if (task.getDueDate() == null) {
            task.setDueDate(Date.from(serviceLevels.due(
                    rag,
                    task.getProcessDefinitionId(),
                    task.getTaskDefinitionKey(),
                    workStart.of(
                            task.getTaskDefinitionKey(),
                            (String) task.getVariable(CaseVariables.CASE_REFERENCE),
                            task.getCreateTime().toInstant()))));
        }
        if (task.getPriority() == Task.PRIORITY_NORMAL && task.hasVariable(CaseVariables.CASE_REFERENCE)) {
            task.setPriority(TaskPriority.of(rag, false));
        }
    }
}
