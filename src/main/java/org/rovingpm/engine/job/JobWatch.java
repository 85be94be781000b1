package org.rovingpm.engine.job;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.rovingpm.database.ConnectionUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds whether jobs are fetched, and keeps those that are at work. On threads of its own, so that nothing that
 * hangs elsewhere holds it up, and with connections of its own; whether jobs are fetched is looked at without any.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

    private final WatchedExecutor executor;
    private final JobSettings settings;
    private ScheduledExecutorService threads;

    JobWatch(WatchedExecutor executor, JobSettings settings) {
        this.executor = executor;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        threads = Executors.newScheduledThreadPool(2, work -> {
            Thread thread = new Thread(work, "job watch");
            thread.setDaemon(true);
            return thread;
        });
        every(this::look);
        every(this::keep);
    }

    private void every(Runnable work) {
        long millis = settings.look().toMillis();
        ScheduledFuture<?> unused = threads.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    void look() {
        try {
            executor.replaceLostThread();
        } catch (RuntimeException failure) {
            LOG.error("The thread that fetches jobs could not be replaced and will be again", failure);
        }
    }

    void keep() {
        try (ConnectionUse.Scope watching = ConnectionUse.WATCH.begin()) {
            executor.keepJobs();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "What this instance is at work on could not be kept, and will be tried again: {}",
                    failure.toString());
        }
    }

    @Override
    public synchronized void stop() {
        threads.shutdownNow();
        threads = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }
}
