package org.rovingpm.engine.tuning;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The engine's job executor, which does timers of several cases in one transaction where they fall due together: every
 * Friday at 17:00 thousands of weeks end in the same minute, and what the database is asked and told for one of them costs
 * little more for a dozen. All other jobs are done one by one, as the engine does them. Fetches no more than there is place
 * for, where the engine's own asks for more without end as long as its queue is full. Where it is off, the engine's starter brings
 * its own executor, with the same settings.
 *
 * <p>Relies on: the starter giving way to any bean that is a {@code JobExecutor}; its threads being a bean named
 * {@code camundaTaskExecutor}, of Spring's {@code ThreadPoolTaskExecutor}; {@code ensureInitialization} asking the executor's
 * factory for the command that fetches jobs, and each stop forgetting it; lists of {@code AcquiredJobs} coming back to
 * {@code getExecuteJobsRunnable} as the same objects. With Operaton: the threads are named {@code operatonTaskExecutor}, the
 * properties {@code OperatonBpmProperties} below {@code operaton.bpm}, so that this does not start until both names are changed
 * (the application then says that a bean is missing); the hooks of the executor are the same.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
@ConditionalOnProperty(
        prefix = Tuning.PREFIX,
        name = {"enabled", "timer-batches"},
        matchIfMissing = true)
class TimerBatchExecutor extends SpringJobExecutor {

    private final JdbcClient jdbc;
    private final ReadAhead readAhead;
    private volatile boolean stopping;

    TimerBatchExecutor(
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            CamundaBpmProperties properties,
            JdbcClient jdbc,
            ReadAhead readAhead) {
        this.jdbc = jdbc;
        this.readAhead = readAhead;
        setTaskExecutor(threads);
        ((ThreadPoolTaskExecutor) threads).getThreadPoolExecutor().setRejectedExecutionHandler(this::waitForPlace);
        setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
        JobExecutionProperty settings = properties.getJobExecution();
        PropertyMapper set = PropertyMapper.get().alwaysApplyingWhenNonNull();
        set.from(settings::getLockTimeInMillis).to(this::setLockTimeInMillis);
        set.from(settings::getMaxJobsPerAcquisition).to(this::setMaxJobsPerAcquisition);
        set.from(settings::getWaitTimeInMillis).to(this::setWaitTimeInMillis);
        set.from(settings::getWaitIncreaseFactor).to(this::setWaitIncreaseFactor);
        set.from(settings::getMaxWait).to(this::setMaxWait);
        set.from(settings::getBackoffTimeInMillis).to(this::setBackoffTimeInMillis);
        set.from(settings::getMaxBackoff).to(this::setMaxBackoff);
        set.from(settings::getBackoffDecreaseThreshold).to(this::setBackoffDecreaseThreshold);
    }

    /** At each start: the engine forgets it at each stop. */
    @Override
    protected void ensureInitialization() {
        setAcquireJobsCmdFactory(jobs -> new AcquireTimerBatch(this, jobs, jdbc));
        super.ensureInitialization();
    }

    @Override
    protected void startExecutingJobs() {
        stopping = false;
        super.startExecutingJobs();
    }

    @Override
    protected void stopExecutingJobs() {
        stopping = true;
        super.stopExecutingJobs();
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return jobs instanceof TimerBatch
                ? new RunTimerBatch(jobs, engine, readAhead)
                : super.getExecuteJobsRunnable(jobs, engine);
    }

    /** Nothing more is fetched meanwhile. Where the executor is stopped instead, what was fetched is done or given back by whoever waits. */
    private void waitForPlace(Runnable jobs, ThreadPoolExecutor threads) {
        try {
            while (!threads.getQueue().offer(jobs, 100, TimeUnit.MILLISECONDS)) {
                if (stopping || threads.isShutdown()) {
                    throw new RejectedExecutionException("The job executor is being stopped.");
                }
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(interruption);
        }
    }
}
