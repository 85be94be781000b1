package org.rovingpm.engine.task;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.ServiceLevels;

/** Gives every task a due date when it is created, unless its model sets one. */
class TaskDeadline implements TaskListener {

    private final ServiceLevels serviceLevels;

    TaskDeadline(ServiceLevels serviceLevels) {
        this.serviceLevels = serviceLevels;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getDueDate() == null) {
            String rag = (String) task.getVariable(CaseVariables.RAG);
            task.setDueDate(Date.from(serviceLevels.due(
                    rag,
                    task.getProcessDefinitionId(),
                    task.getTaskDefinitionKey(),
                    task.getCreateTime().toInstant())));
        }
    }
}
