package org.rovingpm.deputy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Begins and ends the time of deputies, on every instance. Off where the engine runs no jobs by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class DeputyUpkeep {

    private static final int A_MINUTE = 60_000;

    private final AppointDeputy appointDeputy;

    DeputyUpkeep(AppointDeputy appointDeputy) {
        this.appointDeputy = appointDeputy;
    }

    @Scheduled(fixedDelay = A_MINUTE)
    void keep() {
        appointDeputy.keep();
    }
}
