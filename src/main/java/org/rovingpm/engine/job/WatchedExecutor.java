package org.rovingpm.engine.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The engine's job executor, whose threads cannot be lost without anybody noticing. Fetches no more than there is place for, where
 * the engine's own asks for more without end as long as its queue is full.
 *
 * <p>Relies on: the starter giving way to any bean that is a {@code JobExecutor}; its threads being a bean named
 * {@code camundaTaskExecutor}, of Spring's {@code ThreadPoolTaskExecutor}; the fields {@code acquireJobsRunnable} and
 * {@code jobAcquisitionThread} being all that the executor knows of the thread that fetches; {@code stop} of what that thread runs
 * being a mark that it looks at after each round; lists of {@code AcquiredJobs} coming back to {@code getExecuteJobsRunnable} as the
 * same objects. With Operaton: the threads are named {@code operatonTaskExecutor}, the properties {@code OperatonBpmProperties}
 * below {@code operaton.bpm}; the rest is the same.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
@EnableConfigurationProperties(JobSettings.class)
public class WatchedExecutor extends SpringJobExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedExecutor.class);
    private static final int NAMES_KEPT = 5;
    /** In milliseconds. Whoever has not come back by then is not waited for. */
    private static final long LONGEST_STOP = 10_000;

    private final ObjectProvider<JobBatches> batches;
    private final InstanceName instanceName;
    private final JobLocks locks;
    private final Duration longestFetching;
    private final RunningJobs running = new RunningJobs();
    /** The latest first. What was fetched under an earlier one is still this instance's. */
    private final Deque<String> names = new ArrayDeque<>();

    private volatile boolean stopping;
    private volatile int replaced;

    WatchedExecutor(
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            CamundaBpmProperties properties,
            ObjectProvider<JobBatches> batches,
            InstanceName instanceName,
            JobLocks locks,
            JobSettings watching) {
        this.batches = batches;
        this.instanceName = instanceName;
        this.locks = locks;
        this.longestFetching = watching.fetching();
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

    /** Takes a name first, and gives back what whoever had it before was at work on. */
    @Override
    public void start() {
        if (!isActive()) {
            takeName();
            int left = locks.giveBack(getLockOwner());
            if (left > 0) {
                LOG.info("{} jobs are free again that an earlier run of {} was at work on", left, getLockOwner());
            }
        }
        super.start();
    }

    /** At each start: the engine forgets them at each stop. */
    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        batches.ifAvailable(batch -> setAcquireJobsCmdFactory(most -> batch.fetch(this, most)));
        acquireJobsRunnable = new Fetching(this);
    }

    @Override
    protected void startExecutingJobs() {
        stopping = false;
        super.startExecutingJobs();
    }

    @Override
    protected void stopExecutingJobs() {
        stopping = true;
        Thread fetching = jobAcquisitionThread;
        try {
            if (fetching != null) {
                fetching.join(LONGEST_STOP);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        jobAcquisitionThread = null;
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        JobBatches batch = batches.getIfAvailable();
        Runnable work = batch == null ? null : batch.work(jobs, engine, running).orElse(null);
        return running.counted(jobs, work == null ? new RunningJobs.OneByOne(jobs, engine, running) : work);
    }

    /** @return for how long the thread that fetches jobs has not come back from the database */
    Duration away() {
        return acquireJobsRunnable instanceof Fetching fetching ? fetching.away() : Duration.ZERO;
    }

    /** Whether jobs are being fetched: always, unless the executor is stopped or its thread has gone. */
    boolean fetches() {
        Thread fetching = jobAcquisitionThread;
        return isActive() && fetching != null && fetching.isAlive() && away().compareTo(longestFetching) < 0;
    }

    Thread fetchingThread() {
        return jobAcquisitionThread;
    }

    /** How often a thread that fetches jobs had to be replaced since the start. */
    int replaced() {
        return replaced;
    }

    /** Lets another thread fetch jobs where the one that does has not come back, or has ended by a failure. */
    synchronized void replaceLostThread() {
        if (!isActive() || stopping || fetches()) {
            return;
        }
        LOG.error(
                "The thread that fetches timers and queued steps {}: another takes its place",
                jobAcquisitionThread != null && jobAcquisitionThread.isAlive()
                        ? "has not come back from the database for %d seconds".formatted(away().toSeconds())
                        : "has ended");
        replaced++;
        acquireJobsRunnable.stop();
        if (jobAcquisitionThread != null) {
            jobAcquisitionThread.interrupt();
        }
        jobAcquisitionThread = null;
        acquireJobsRunnable = new Fetching(this);
        startJobAcquisitionThread();
    }

    /** Keeps what this instance is at work on, and its name. */
    void keepJobs() {
        if (!isActive()) {
            return;
        }
        if (!instanceName.isKept()) {
            takeName();
        }
        Set<String> jobs = running.ids();
        if (!jobs.isEmpty()) {
            locks.renew(jobs, names(), Duration.ofMillis(getLockTimeInMillis()));
        }
    }

    private void takeName() {
        String taken = instanceName.take();
        setLockOwner(taken);
        synchronized (names) {
            names.remove(taken);
            names.addFirst(taken);
            while (names.size() > NAMES_KEPT) {
                names.removeLast();
            }
        }
        LOG.info("This is {} on its database", taken);
    }

    private List<String> names() {
        synchronized (names) {
            return List.copyOf(names);
        }
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
