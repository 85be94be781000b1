package org.rovingpm.engine.settings;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settings of the engine that its properties do not reach. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractProcessEnginePlugin implements ProcessEnginePlugin {

    private final JdbcClient jdbc;

    EngineSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new CaseHistory())));
        configuration.setHistoryLevel(new CaseHistory());
        // Earliest first, so that a backlog is worked off fairly and the index below is used
        configuration.setJobExecutorAcquireByDueDate(true);
        configuration.setCmmnEnabled(false);
        // The clean-up runs at night, in batches that leave the database to others
        configuration.setHistoryCleanupBatchWindowStartTime("01:00");
        configuration.setHistoryCleanupBatchWindowEndTime("05:00");
        configuration.setHistoryCleanupStrategy("removalTimeBased");
    }

    /** Job acquisition asks for the jobs that are due: without this index it reads the whole table at each poll. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        jdbc.sql("create index if not exists rovingpm_idx_job_due on act_ru_job (duedate_)").update();
    }
}
