package org.rovingpm.engine.job;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whether timers and queued steps are fetched: a part of {@code health}. */
@Component("timersHealthIndicator")
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class TimersHealthIndicator implements HealthIndicator {

    private final WatchedExecutor executor;

    TimersHealthIndicator(WatchedExecutor executor) {
        this.executor = executor;
    }

    @Override
    public Health health() {
        return (executor.fetches() ? Health.up() : Health.down())
                .withDetail("instance", executor.getLockOwner())
                .withDetail("secondsSinceDatabaseWasAsked", executor.away().toSeconds())
                .withDetail("threadsReplaced", executor.replaced())
                .build();
    }
}
