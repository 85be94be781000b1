package org.rovingpm.access.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.rovingpm.access.ModelRights.OfProcess;
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
            if (latest.getVersion() > 1) {
                addEarlier(Set.of(latest.getKey()), grants);
            }
        }
    }

    /** Adds what one model needs. */
    void add(BpmnModelInstance model, Grants grants) {
        of(model).forEach(process -> {
            process.starters().forEach(role -> grants.start(role, process.id()));
            process.workers().forEach(role -> grants.work(role, process.id()));
        });
    }

    /** Adds what those versions of the processes need that have running cases. */
    void addEarlier(Set<String> processes, Grants grants) {
        for (String process : processes) {
            repository.createProcessDefinitionQuery().processDefinitionKey(process).unlimitedList().stream()
                    .filter(version -> runtime.createProcessInstanceQuery()
                                    .processDefinitionId(version.getId())
                                    .count()
                            > 0)
                    .forEach(version -> add(repository.getBpmnModelInstance(version.getId()), grants));
        }
    }

    static Set<String> processesOf(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .map(Process::getId)
                .collect(Collectors.toSet());
    }

    /** What each process of a model gives to roles. */
    static List<OfProcess> of(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).stream()
                .map(process -> new OfProcess(
                        process.getId(),
                        Objects.requireNonNullElse(process.getName(), process.getId()),
                        roles(process.getCamundaCandidateStarterGroupsList()),
                        roles(groupsOfTasks(process))))
                .toList();
    }

    private static List<String> groupsOfTasks(Process process) {
        return process.getModelInstance().getModelElementsByType(UserTask.class).stream()
                .filter(task -> process.equals(processOf(task)))
                .flatMap(task -> task.getCamundaCandidateGroupsList().stream())
                .toList();
    }

    private static Set<Role> roles(Collection<String> groups) {
        return groups.stream()
                .flatMap(group -> Arrays.stream(group.split(",")))
                .flatMap(group -> Role.ofGroup(group.strip()).stream())
                .filter(role -> role != Role.ROVING_PM)
                .filter(WebApplication.TASKLIST.atHome()::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ModelElementInstance processOf(UserTask task) {
        ModelElementInstance parent = task.getParentElement();
        while (parent != null && !(parent instanceof Process)) {
            parent = parent.getParentElement();
        }
        return parent;
    }
}
