package org.rovingpm.modelchange.process;

import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rovingpm.modelchange.ChangeReviewProcess;
import org.rovingpm.modelchange.ModelChanges;
import org.rovingpm.modelchange.ReviewTasks;
import org.rovingpm.submission.Refusal;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineReviewTasks implements ReviewTasks {

    private final TaskService tasks;
    private final FormService forms;
    private final ModelChanges changes;

    EngineReviewTasks(@Lazy TaskService tasks, @Lazy FormService forms, ModelChanges changes) {
        this.tasks = tasks;
        this.forms = forms;
        this.changes = changes;
    }

    @Override
    public boolean isOpen(long change) {
        return query(change).count() > 0;
    }

    @Override
    public void complete(long change, Map<String, Object> typed) {
        Task task = query(change).singleResult();
        if (task == null) {
            throw new Refusal("This change has already been decided.");
        }
        forms.submitTaskForm(task.getId(), typed);
    }

    private TaskQuery query(long change) {
        return tasks.createTaskQuery()
                .processDefinitionKey(ChangeReviewProcess.KEY)
                .processInstanceBusinessKey(changes.get(change).name());
    }
}
