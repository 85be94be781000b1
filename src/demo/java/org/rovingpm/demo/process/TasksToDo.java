package org.rovingpm.demo.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The tasks that somebody could do now. */
@Component
@Profile("demo")
class TasksToDo {

    private final TaskService tasks;
    private final RuntimeService processes;
    private final Map<String, String> references = new HashMap<>();

    TasksToDo(TaskService tasks, RuntimeService processes) {
        this.tasks = tasks;
        this.processes = processes;
    }

    /**
     * An open task.
     *
     * @param step      its key in the model
     * @param reference of its case
     */
    record OpenTask(String id, String step, String reference, String assignee, Instant created) {}

    List<OpenTask> all() {
        return tasks.createTaskQuery().active().orderByTaskCreateTime().asc().list().stream()
                .map(task -> new OpenTask(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        reference(task),
                        task.getAssignee(),
                        task.getCreateTime().toInstant()))
                .toList();
    }

    private String reference(Task task) {
        return references.computeIfAbsent(task.getProcessInstanceId(), id -> {
            ProcessInstance process =
                    processes.createProcessInstanceQuery().processInstanceId(id).singleResult();
            return process.getBusinessKey();
        });
    }
}
