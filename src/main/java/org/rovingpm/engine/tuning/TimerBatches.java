package org.rovingpm.engine.tuning;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.rovingpm.engine.job.JobBatches;
import org.rovingpm.engine.job.RunningJobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does timers of several cases in one transaction where they fall due together: every Friday at 17:00 thousands of weeks end in the
 * same minute, and what the database is asked and told for one of them costs little more for a dozen. All other jobs are done one by
 * one, as the engine does them, and so is every job where this is off.
 */
@Component
@ConditionalOnProperty(
        prefix = Tuning.PREFIX,
        name = {"enabled", "timer-batches"},
        matchIfMissing = true)
class TimerBatches implements JobBatches {

    private final JdbcClient jdbc;
    private final ReadAhead readAhead;

    TimerBatches(JdbcClient jdbc, ReadAhead readAhead) {
        this.jdbc = jdbc;
        this.readAhead = readAhead;
    }

    @Override
    public Command<AcquiredJobs> fetch(JobExecutor executor, int most) {
        return new AcquireTimerBatch(executor, most, jdbc);
    }

    @Override
    public Optional<Runnable> work(List<String> jobs, ProcessEngineImpl engine, RunningJobs running) {
        return jobs instanceof TimerBatch
                ? Optional.of(new RunTimerBatch(jobs, engine, readAhead, running))
                : Optional.empty();
    }
}
