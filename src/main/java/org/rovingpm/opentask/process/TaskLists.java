package org.rovingpm.opentask.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.rovingpm.opentask.OpenTasks;
import org.rovingpm.opentask.TaskReaders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts {@link ListsOfOpenTasks} in the place of the engine's service of task lists. */
@Component
class TaskLists extends AbstractProcessEnginePlugin implements ProcessEnginePlugin {

    private final ObjectProvider<OpenTasks> openTasks;
    private final ObjectProvider<TaskReaders> readers;
    private final ObjectProvider<ListQuestion> questions;

    TaskLists(
            ObjectProvider<OpenTasks> openTasks,
            ObjectProvider<TaskReaders> readers,
            ObjectProvider<ListQuestion> questions) {
        this.openTasks = openTasks;
        this.readers = readers;
        this.questions = questions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFilterService(new ListsOfOpenTasks(openTasks, readers, questions));
    }
}
