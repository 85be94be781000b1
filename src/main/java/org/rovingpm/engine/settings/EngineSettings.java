package org.rovingpm.engine.settings;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.rovingpm.contract.Contracts;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Settings of the engine that have no property. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractProcessEnginePlugin implements ProcessEnginePlugin {

    private final Contracts contracts;

    EngineSettings(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        CaseHistoryLevel history = new CaseHistoryLevel(contracts);
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(history)));
        configuration.setHistoryLevel(history);
        configuration.setHistoryEventProducer(new VariableAudit());
        // Earliest first, so that a backlog is processed fairly and the index on due dates is used
        configuration.setJobExecutorAcquireByDueDate(true);
        configuration.setEnsureJobDueDateNotNull(true);
        // For steps whose model has no retry time cycle
        configuration.setFailedJobRetryTimeCycle("R5/PT2M");
        configuration.setCmmnEnabled(false);
        // The clean-up runs at night (in UTC), in batches that leave the database to others
        configuration.setHistoryCleanupBatchWindowStartTime("01:00");
        configuration.setHistoryCleanupBatchWindowEndTime("05:00");
        configuration.setHistoryCleanupStrategy("removalTimeBased");
    }
}
