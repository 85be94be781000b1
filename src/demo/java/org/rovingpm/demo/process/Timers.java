package org.rovingpm.demo.process;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the engine does by itself, done here while the job executor does not run yet. A job that fails is left to it. */
@Component
@Profile("demo")
class Timers {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final int FEW = 20;

    private final ManagementService engine;
    private final Set<String> failed = new HashSet<>();

    Timers(ManagementService engine) {
        this.engine = engine;
    }

    /** Does what waits to be done at once, and what follows from it at once. */
    void doWhatWaits() {
        List<Job> waiting = waiting();
        while (!waiting.isEmpty()) {
            waiting.forEach(this::fire);
            waiting = waiting();
        }
    }

    /** @return the timer that goes off first */
    Optional<Job> next() {
        return engine
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .orderByJobDuedate()
                .asc()
                .listPage(0, FEW + failed.size())
                .stream()
                .filter(timer -> !failed.contains(timer.getId()))
                .findFirst();
    }

    void fire(Job job) {
        try {
            engine.executeJob(job.getId());
        } catch (RuntimeException failure) {
            failed.add(job.getId());
            LOG.warn("A step of the demonstration data failed and is left to be tried again", failure);
        }
    }

    static Instant due(Job timer) {
        return timer.getDuedate().toInstant();
    }

    private List<Job> waiting() {
        return engine.createJobQuery().messages().active().withRetriesLeft().listPage(0, FEW + failed.size()).stream()
                .filter(job -> !failed.contains(job.getId()))
                .toList();
    }
}
