package org.rovingpm.engine.task;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.engine.due.WorkStart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the open tasks of a case that is moved to another version follow its model. The engine itself would leave them the name,
 * groups and due date of the version in which they began.
 */
@Component
class FollowTheModel extends AbstractProcessEnginePlugin {

    private final ServiceLevels serviceLevels;
    private final WorkStart workStart;
    private final ObjectProvider<JdbcClient> jdbc;

    /** The version in which a task stood, and its step there. */
    private record Stood(String process, String step) {}

    FollowTheModel(ServiceLevels serviceLevels, WorkStart workStart, ObjectProvider<JdbcClient> jdbc) {
        this.serviceLevels = serviceLevels;
        this.workStart = workStart;
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<HistoryEventHandler> handlers = new ArrayList<>(engine.getCustomHistoryEventHandlers());
        handlers.add(new MovedTasks());
        engine.setCustomHistoryEventHandlers(handlers);
    }

    private void follow(TaskEntity task) {
        // What the move changes is not in the database yet
        jdbc.getObject()
                .sql("select proc_def_id_ as process, task_def_key_ as step from act_ru_task where id_ = :task")
                .param("task", task.getId())
                .query(Stood.class)
                .optional()
                .ifPresent(stood -> new TaskOfNewVersion(
                                definition(task.getProcessDefinitionId(), task.getTaskDefinitionKey()),
                                Context.getProcessEngineConfiguration().getExpressionManager(),
                                new TaskDeadline(serviceLevels, workStart))
                        .follow(task, definition(stood.process(), stood.step()), stood.process(), stood.step()));
    }

    private static TaskDefinition definition(String process, String step) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(process)
                .getTaskDefinitions()
                .get(step);
    }

    /** No bean: the engine's starter takes just one of its kind. */
    private class MovedTasks implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricTaskInstanceEventEntity moved
                    && event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
                CommandContext command = Context.getCommandContext();
                TaskEntity task = command.getTaskManager().findTaskById(moved.getTaskId());
                // Its place in the process is settled at the end of the command. The task itself, which writes its
                // history, comes after
                command.registerCommandContextListener(new AtTheEnd(task));
                command.registerCommandContextListener(task);
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }

    private class AtTheEnd implements CommandContextListener {

        private final TaskEntity task;

        AtTheEnd(TaskEntity task) {
            this.task = task;
        }

        @Override
        public void onCommandContextClose(CommandContext command) {
            follow(task);
        }

        @Override
        public void onCommandFailed(CommandContext command, Throwable failure) {
            // Nothing has been done yet
        }
    }
}
