package org.rovingpm.engine.form;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.engine.ShownOfCase;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.engine.Submission;
import org.rovingpm.engine.refusal.TaskNotOpen;
import org.rovingpm.engine.tuning.ReadAhead;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's form service with a gate: a submission reaches its use case as one checked, transient record; the use
 * case's listener provides what the form shows, and the scheme's lists what it offers. Forms of tasks without a listener
 * of ours (a manager's own) go to {@link ManagersForms}; start forms of that kind store their fields as process
 * variables, but no others.
 */
class GuardedFormService extends FormServiceImpl implements FormService {

    private final ObjectProvider<Forms> forms;
    private final ObjectProvider<ManagersForms> others;
    private final OfferedChoices choices;
    private final Submissions submissions;
    private final ReadAhead readAhead;
    private final ObjectProvider<ShownOfCase> ofCases;

    GuardedFormService(
            ObjectProvider<Forms> forms,
            ObjectProvider<ManagersForms> others,
            OfferedChoices choices,
            Submissions submissions,
            ReadAhead readAhead,
            ObjectProvider<ShownOfCase> ofCases) {
        this.readAhead = readAhead;
        this.ofCases = ofCases;
        this.forms = forms;
        this.others = others;
        this.choices = choices;
        this.submissions = submissions;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        commandExecutor.execute(context -> {
            super.submitTaskForm(taskId, gated(taskId, properties));
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return commandExecutor.execute(context ->
                super.submitTaskFormWithVariablesInReturn(taskId, gated(taskId, properties), deserializeValues));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return commandExecutor.execute(context ->
                super.submitStartForm(processDefinitionId, businessKey, gatedStart(processDefinitionId, properties)));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserializeObjectValues) {
        return commandExecutor.execute(context -> {
            TaskEntity task = task(taskId);
            // The engine asks only for the right to see the task, which those who watch processes have too
            checkers().forEach(checker -> checker.checkTaskWork(task));
            VariableMap variables = super.getTaskFormVariables(taskId, names, deserializeObjectValues);
            forms.getObject()
                    .ofTask(formOf(task))
                    .map(listener -> listener.shown(describe(task)))
                    .orElseGet(() -> shownOfCase(task))
                    .forEach((name, value) -> {
                        if (value != null && (names == null || names.contains(name))) {
                            variables.putValueTyped(name, SubmittedVariables.shown(value, deserializeObjectValues));
                        }
                    });
            return variables;
        });
    }

    private Map<String, Object> shownOfCase(TaskEntity task) {
        Object reference = task.getVariable(CaseVariables.CASE_REFERENCE);
        return reference == null ? Map.of() : ofCases.getObject().of(reference.toString());
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return choices.in(commandExecutor.execute(context -> {
            TaskEntity task = task(taskId);
            checkers().forEach(checker -> checker.checkReadTask(task));
            return super.getDeployedTaskForm(taskId);
        }));
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        return choices.in(super.getDeployedStartForm(processDefinitionId));
    }

    private Map<String, Object> gated(String taskId, Map<String, Object> properties) {
        TaskEntity task = task(taskId);
        checkers().forEach(checker -> checker.checkTaskWork(task));
        if (task.getProcessInstanceId() != null) {
            readAhead.process(Context.getCommandContext(), task.getProcessInstanceId());
        }
        FormListener<?> listener = forms.getObject().ofTask(formOf(task)).orElse(null);
        if (listener != null) {
            task.setVariablesLocal(
                    Submission.envelope(submissions.read(listener.fields(), SubmittedVariables.plain(properties))));
            return Map.of();
        }
        return formOf(task) == null
                ? properties
                : others.getObject().take(task, getDeployedTaskForm(taskId), properties);
    }

    private Map<String, Object> gatedStart(String processDefinitionId, Map<String, Object> properties) {
        ProcessDefinitionEntity definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
        checkers().forEach(checker -> checker.checkCreateProcessInstance(definition));
        FormDefinition form = definition.getStartFormDefinition();
        StartFormListener<?> listener = forms.getObject().ofStart(form).orElse(null);
        if (listener != null) {
            return Submission.envelope(submissions.read(listener.fields(), SubmittedVariables.plain(properties)));
        }
        if (form != null && form.getCamundaFormDefinitionKey() != null) {
            refuseUnknown(properties, () -> getDeployedStartForm(processDefinitionId));
        }
        return properties;
    }

    private static void refuseUnknown(Map<String, Object> properties, java.util.function.Supplier<InputStream> form) {
        if (properties == null || properties.isEmpty()) {
            return;
        }
        Set<String> unknown = new TreeSet<>(properties.keySet());
        unknown.removeAll(ManagersForms.read(form.get()).names());
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    unknown.stream().map(name -> Problem.noSuchField("", name)).toList());
        }
    }

    /** Rights are checked first, so that people who may not do a step learn nothing of its form, nor of what it shows. */
    private static List<CommandChecker> checkers() {
        return Context.getProcessEngineConfiguration().getCommandCheckers();
    }

    private static TaskEntity task(String taskId) {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw TaskNotOpen.refusal();
        }
        return task;
    }

    private static FormDefinition formOf(TaskEntity task) {
        FormDefinition form = task.getTaskDefinition() == null
                ? null
                : task.getTaskDefinition().getFormDefinition();
        return form == null || form.getCamundaFormDefinitionKey() == null ? null : form;
    }

    private static FormTask describe(TaskEntity task) {
        return new FormTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getProcessInstance().getBusinessKey(),
                task.getVariables());
    }
}
