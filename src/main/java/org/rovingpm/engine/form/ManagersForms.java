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
 * Forms without a use case: those that managers add. In a process of a case, the answers are stored with the case,
 * outside the engine. Only ticks and fixed choices become process variables, for gateways.
 */
@Component
class ManagersForms {

    private static final int LONGEST_LABEL = 200;

    private final ObjectProvider<RecordAnswers> keep;

    ManagersForms(ObjectProvider<RecordAnswers> keep) {
        this.keep = keep;
    }

    /** @return the process variables to set */
    Map<String, Object> take(TaskEntity task, InputStream deployed, Map<String, Object> properties) {
        DeployedForm form = read(deployed);
        AnsweredForm answered = AnsweredForm.read(form, SubmittedVariables.plain(properties));
        Object reference = task.getVariable(CaseVariables.CASE_REFERENCE);
        if (reference == null) {
            // They belong to no case, so they stay with the process
            return properties;
        }
        String label = task.getName() == null || task.getName().isBlank()
                ? task.getTaskDefinitionKey()
                : task.getName().strip().replaceAll("\\s+", " ");
        keep.getObject()
                .record(new RecordAnswers.Answered(
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
