package org.rovingpm.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.rovingpm.submission.Refusal;

/** The engine's task service, in which people can end a task only by completing it, as its form does. */
class GuardedTaskService extends TaskServiceImpl {

    private final GuardedFormService forms;

    GuardedTaskService(GuardedFormService forms) {
        this.forms = forms;
    }

    @Override
    public void complete(String taskId) {
        forms.submitTaskForm(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        forms.submitTaskForm(taskId, variables);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return forms.submitTaskFormWithVariablesInReturn(taskId, variables, deserializeValues);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        onlyByTheSystem();
        super.resolveTask(taskId, variables);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        onlyByTheSystem();
        super.handleBpmnError(taskId, errorCode, errorMessage, variables);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        handleBpmnError(taskId, errorCode, errorMessage, null);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        handleBpmnError(taskId, errorCode, null, null);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        onlyByTheSystem();
        super.handleEscalation(taskId, escalationCode, variables);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        handleEscalation(taskId, escalationCode, null);
    }

    private void onlyByTheSystem() {
        commandExecutor.execute(context -> {
            if (context.getAuthentication() != null) {
                throw new Refusal("A task can only be ended through its form.");
            }
            return null;
        });
    }
}
