package org.rovingpm.engine.tuning;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the pieces into the engine that are parts of its configuration. Where one is off, the engine takes its own. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@EnableConfigurationProperties(Tuning.class)
class TuningPlugin extends AbstractProcessEnginePlugin {

    private final Tuning tuning;

    TuningPlugin(Tuning tuning) {
        this.tuning = tuning;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (tuning.fastRights()) {
            engine.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new FastRightsCheck())));
        }
    }
}
