package org.rovingpm.deadline.process;

import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.rovingpm.deadline.LateTask;
import org.rovingpm.deadline.TaskPriorities;
import org.rovingpm.engine.due.TaskPriority;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Each task by itself, so that somebody who does one at this moment keeps no other from its priority. */
@Component
class EngineTaskPriorities implements TaskPriorities {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    EngineTaskPriorities(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    @Override
    public int late(List<LateTask> tasks) {
        return (int) tasks.stream().filter(this::raised).count();
    }

    private boolean raised(LateTask task) {
        try {
            engine.getObject()
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> {
                        Context.getProcessEngineConfiguration()
                                .getTaskService()
                                .setPriority(task.id(), TaskPriority.of(task.rag(), true));
                        return null;
                    }));
            return true;
        } catch (NullValueException | OptimisticLockingException doneMeanwhile) {
            return false;
        }
    }
}
