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
 * What managers' models need beyond what is declared: whoever a task is offered to must be able to do it, and whoever may start
 * a process must be able to. A model can ask that for the roles whose work is in Tasklist, PMs excepted, who see their own tasks
 * and no other's; so nobody who deploys gives anything to themselves, to administrators or to commissioners. Groups that are no
 * role are the administrator's, who made them, to give rights to.
 */
@Component
class ModelGrants {

    private final RepositoryService repository;
    private final RuntimeService runtime;

    ModelGrants(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /** Adds what is needed by models in force, and by earlier versions of them that cases are still on. */
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
