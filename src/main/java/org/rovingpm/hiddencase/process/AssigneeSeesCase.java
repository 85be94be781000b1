package org.rovingpm.hiddencase.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.beans.factory.ObjectProvider;

/** A task of a team is not given to somebody from whom its case is hidden. Whom the model gives a task when it begins is the model's. */
class AssigneeSeesCase implements TaskListener {

    private final HiddenCases hiddenCases;
    private final ObjectProvider<PersonDirectory> people;

    AssigneeSeesCase(HiddenCases hiddenCases, ObjectProvider<PersonDirectory> people) {
        this.hiddenCases = hiddenCases;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() == null || ((TaskEntity) task).getRevision() == 0) {
            return;
        }
        CaseReference.read(task.getExecution().getProcessBusinessKey())
                .filter(reference -> hiddenCases.hides(reference, task.getAssignee()))
                .ifPresent(reference -> {
                    throw new Refusal("This task cannot be given to %s: its case is hidden from them."
                            .formatted(people.getObject().nameOf(task.getAssignee())));
                });
    }
}
