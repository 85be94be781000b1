package org.rovingpm.access.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.rovingpm.access.Role;
import org.rovingpm.access.WebApplication;
import org.springframework.stereotype.Component;

/**
 * The rights that managers' models need beyond the declared ones: a role must be able to do the tasks that a model offers it,
 * and to start what a model lets it start. Only roles that work in Tasklist can gain rights in this way, and not PMs, who see
 * their own tasks alone. So nobody who deploys a model can widen their own rights, or those of commissioners. Groups that are
 * not roles get their rights from the administrator who made them.
 */
@Component
class ModelGrants {

    private final RepositoryService repository;
    private final RuntimeService runtime;

    ModelGrants(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /** Adds what the models in force need, and earlier versions of them that still have running cases. */
    void addTo(Grants grants) {
        for (ProcessDefinition latest :
                repository.createProcessDefinitionQuery().latestVersion().unlimitedList()) {
            add(repository.getBpmnModelInstance(latest.getId()), grants);
            earlier(latest).forEach(version -> add(repository.getBpmnModelInstance(version.getId()), grants));
        }
    }

    /** Adds what one model needs. */
    void add(BpmnModelInstance model, Grants grants) {
        for (Process process : model.getModelElementsByType(Process.class)) {
            roles(process.getCamundaCandidateStarterGroupsList()).forEach(role -> grants.start(role, process.getId()));
        }
        model.getModelElementsByType(UserTask.class).forEach(task -> roles(task.getCamundaCandidateGroupsList())
                .forEach(role -> processOf(task).ifPresent(process -> grants.work(role, process))));
    }

    private List<ProcessDefinition> earlier(ProcessDefinition latest) {
        return latest.getVersion() == 1
                ? List.of()
                : repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(latest.getKey())
                        .unlimitedList()
                        .stream()
                        .filter(version -> version.getVersion() < latest.getVersion())
                        .filter(version -> runtime.createProcessInstanceQuery()
                                        .processDefinitionId(version.getId())
                                        .count()
                                > 0)
                        .toList();
    }

    private static List<Role> roles(Collection<String> groups) {
        return groups.stream()
                .flatMap(group -> Arrays.stream(group.split(",")))
                .flatMap(group -> Role.ofGroup(group.strip()).stream())
                .filter(role -> role != Role.ROVING_PM)
                .filter(WebApplication.TASKLIST.atHome()::contains)
                .toList();
    }

    private static Optional<String> processOf(UserTask task) {
        org.camunda.bpm.model.xml.instance.ModelElementInstance parent = task.getParentElement();
        while (parent != null && !(parent instanceof Process)) {
            parent = parent.getParentElement();
        }
        return Optional.ofNullable((Process) parent).map(Process::getId);
    }
}
