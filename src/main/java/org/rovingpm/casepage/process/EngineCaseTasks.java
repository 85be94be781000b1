package org.rovingpm.casepage.process;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rovingpm.casepage.CaseTasks;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** The engine's tasks, read without its checks of rights, because the case page has its own rules. */
@Component
class EngineCaseTasks implements CaseTasks {

    private final TaskService tasks;
    private final RuntimeService processes;

    EngineCaseTasks(TaskService tasks, RuntimeService processes) {
        this.tasks = tasks;
        this.processes = processes;
    }

    @Override
    public Optional<CaseReference> caseOf(String task) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                .map(found -> processes
                        .createProcessInstanceQuery()
                        .processInstanceId(found.getProcessInstanceId())
                        .singleResult())
                .flatMap(instance -> CaseReference.read(instance.getBusinessKey()));
    }

    @Override
    public boolean mayDo(String task, String user, Collection<String> groups) {
        TaskQuery query = tasks.createTaskQuery().taskId(task).or().taskAssignee(user);
        return (groups.isEmpty() ? query : query.taskCandidateGroupIn(List.copyOf(groups)))
                        .endOr()
                        .count()
                > 0;
    }
}
