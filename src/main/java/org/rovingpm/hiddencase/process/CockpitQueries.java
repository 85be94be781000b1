package org.rovingpm.hiddencase.process;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.db.CommandExecutor;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.webapp.impl.db.QuerySessionFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hides cases from Cockpit's own queries too. Cockpit runs them beside the engine, on the same database but past the engine's
 * interceptors; its lists of instances, incidents and calls come from there.
 */
@Component
class CockpitQueries {

    private final Clock clock;

    CockpitQueries(Clock clock) {
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    void hideCases() {
        Cockpit.setCockpitRuntimeDelegate(new Delegate(clock));
    }

    private static class Delegate extends DefaultCockpitRuntimeDelegate {

        private final Clock clock;

        Delegate(Clock clock) {
            this.clock = clock;
        }

        @Override
        protected CommandExecutor createCommandExecutor(String engine) {
            return new Queries(
                    ((ProcessEngineImpl) getProcessEngine(engine)).getProcessEngineConfiguration(),
                    getMappingFiles(),
                    clock);
        }
    }

    private static class Queries implements CommandExecutor {

        private final QuerySessionFactory queries = new QuerySessionFactory();

        Queries(ProcessEngineConfigurationImpl engine, List<String> mappings, Clock clock) {
            queries.setCustomPostCommandInterceptorsTxRequired(
                    List.of(new HideFromReader(engine::getIdentityService, command -> true, clock)));
            queries.initFromProcessEngineConfiguration(engine, mappings);
        }

        @Override
        public <T> T executeCommand(Command<T> command) {
            return queries.getCommandExecutorTxRequired().execute(command);
        }
    }
}
