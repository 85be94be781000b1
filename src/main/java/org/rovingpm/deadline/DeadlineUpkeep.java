package org.rovingpm.deadline;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Watches the deadlines on every instance. Off where the engine runs no jobs by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class DeadlineUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineUpkeep.class);
    private static final int TWO_MINUTES = 120_000;
    private static final int AN_HOUR = 3_600_000;

    private final WatchDeadlines watchDeadlines;

    DeadlineUpkeep(WatchDeadlines watchDeadlines) {
        this.watchDeadlines = watchDeadlines;
    }

    /** Portion by portion; what a lost race or a lost connection leaves undone, the next round does. */
    @Scheduled(fixedDelay = TWO_MINUTES, initialDelay = TWO_MINUTES)
    void watch() {
        Optional<DueTasks.Place> place = Optional.of(DueTasks.Place.BEGINNING);
        while (place.isPresent()) {
            place = watchDeadlines.watch(place.get());
        }
    }

    @Scheduled(fixedDelay = TWO_MINUTES, initialDelay = TWO_MINUTES)
    void raisePriorities() {
        while (watchDeadlines.raisePriorities()) {
            LOG.debug("More tasks are late");
        }
    }

    @Scheduled(fixedDelay = AN_HOUR, initialDelay = AN_HOUR)
    void tidy() {
        watchDeadlines.tidy();
    }
}
