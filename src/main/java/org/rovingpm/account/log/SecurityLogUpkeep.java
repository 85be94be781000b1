package org.rovingpm.account.log;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the log as long as it should be and no longer. Off where the engine runs no jobs by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class SecurityLogUpkeep {

    private static final int AN_HOUR = 3_600_000;

    private final SecurityLog log;

    SecurityLogUpkeep(SecurityLog log) {
        this.log = log;
    }

    @Scheduled(fixedDelay = AN_HOUR, initialDelay = AN_HOUR)
    void forget() {
        log.forget();
    }
}
