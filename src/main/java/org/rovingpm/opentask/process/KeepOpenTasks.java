package org.rovingpm.opentask.process;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.rovingpm.contract.Contracts;
import org.rovingpm.database.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the database keep the open tasks, by triggers on the engine's tables: nothing that changes a task passes them by.
 *
 * <p>Relies on: the tables and columns of the schema of 7.24 by their names, and on the engine writing times in UTC. With Operaton:
 * the schema is the same.
 */
@Component
class KeepOpenTasks extends AbstractProcessEnginePlugin implements ProcessEnginePlugin {

    private static final String TRIGGERS = SqlFile.read(KeepOpenTasks.class, "keep-open-tasks.sql");

    private static final String INDEX_OF_STEPS =
            "create index if not exists open_task_by_step on open_task (step, created_at) where step in (%s)";

    private final JdbcClient jdbc;
    private final Contracts contracts;

    KeepOpenTasks(JdbcClient jdbc, Contracts contracts) {
        this.jdbc = jdbc;
        this.contracts = contracts;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        jdbc.sql(TRIGGERS).update();
        jdbc.sql(INDEX_OF_STEPS.formatted(contracts.all().stream()
                        .flatMap(contract -> contract.indexed().stream())
                        .sorted()
                        .map("'%s'"::formatted)
                        .collect(Collectors.joining(", "))))
                .update();
    }
}
