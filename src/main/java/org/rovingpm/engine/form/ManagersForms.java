package org.rovingpm.engine.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.engine.RecordAnswers;
import org.rovingpm.engine.Submission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Forms that no use case takes: those that managers add. In a process of a case what was answered is kept with the case, outside
 * of the engine, and only ticks and fixed choices become process variables, for gateways to ask.
 */
@Component
class ManagersForms {

    private static final int LONGEST_LABEL = 200;

    private final ObjectProvider<RecordAnswers> keep;

    ManagersForms(ObjectProvider<RecordAnswers> keep) {
        this.keep = keep;
    }

    /** @return what becomes process variables */
    Map<String, Object> take(TaskEntity task, InputStream deployed, Map<String, Object> properties) {
        DeployedForm form = read(deployed);
        AnsweredForm answered = AnsweredForm.read(form, SubmittedVariables.plain(properties));
        Object reference = task.getVariable(CaseVariables.CASE_REFERENCE);
        if (reference == null) {
            // Nobody could look at them by a case: they stay with the process
            return properties;
        }
        String label = task.getName() == null || task.getName().isBlank()
                ? task.getTaskDefinitionKey()
                : task.getName().strip().replaceAll("\\s+", " ");
        keep.getObject()
                .keep(new RecordAnswers.Answered(
                        reference.toString(),
                        task.getProcessDefinition().getKey(),
                        task.getTaskDefinitionKey(),
                        label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL),
                        form.id(),
                        answered.answers(),
                        Submission.person()));
        return answered.closed();
    }

    static DeployedForm read(InputStream deployed) {
        try (deployed) {
            return DeployedForm.read(deployed.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
