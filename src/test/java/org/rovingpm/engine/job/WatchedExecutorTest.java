package org.rovingpm.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.database.KeptLocks;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Status;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The job executor beside the application's own, which is switched off in tests. */
@ApplicationTest
class WatchedExecutorTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private KeptLocks keptLocks;

    @Autowired
    private JobLocks locks;

    private final ThreadPoolTaskExecutor threads = oneThread();

    @AfterEach
    void stop() {
        threads.shutdown();
    }

    @Test
    void aThreadThatDoesNotComeBackFromTheDatabaseIsReplacedAndItsReturnDoesNoHarm() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch askedAgain = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        CountDownLatch worked = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        WatchedExecutor executor = executor(Duration.ofMillis(50), new Batches() {
            @Override
            public Command<AcquiredJobs> fetch(JobExecutor asking, int most) {
                return context -> {
                    AcquiredJobs jobs = new AcquiredJobs(1);
                    if (times.incrementAndGet() == 1) {
                        asked.countDown();
                        awaitUnchecked(back);
                        jobs.addJobIdBatch("fetched too late");
                    } else {
                        askedAgain.countDown();
                    }
                    return jobs;
                };
            }

            @Override
            public Optional<Runnable> work(List<String> jobs, ProcessEngineImpl process, RunningJobs running) {
                return Optional.of(worked::countDown);
            }
        });
        TimersHealthIndicator health = new TimersHealthIndicator(executor);
        executor.start();
        try {
            executor.registerProcessEngine((ProcessEngineImpl) engine);
            Thread lost = executor.fetchingThread();
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
            while (executor.away().compareTo(Duration.ofMillis(50)) < 0) {
                Thread.onSpinWait();
            }
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

            executor.replaceLostThread();

            assertThat(askedAgain.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(health.health().getDetails()).containsEntry("threadsReplaced", 1);
            back.countDown();
            lost.join(Duration.ofMinutes(1).toMillis());
            assertThat(lost.isAlive()).isFalse();
            assertThat(worked.getCount())
                    .as("what was fetched too late is left")
                    .isOne();
        } finally {
            back.countDown();
            executor.shutdown();
        }
    }

    @Test
    void aThreadThatHasEndedIsReplaced() throws InterruptedException {
        CountDownLatch askedAgain = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        WatchedExecutor executor = executor(Duration.ofMinutes(1), (Batches) (asking, most) -> context -> {
            if (times.incrementAndGet() == 1) {
                throw new OutOfMemoryError("for this test");
            }
            askedAgain.countDown();
            return new AcquiredJobs(1);
        });
        executor.start();
        try {
            Thread lost = executor.fetchingThread();
            lost.setUncaughtExceptionHandler((thread, expected) -> {});
            executor.registerProcessEngine((ProcessEngineImpl) engine);
            executor.jobWasAdded();
            lost.join(Duration.ofMinutes(1).toMillis());
            assertThat(executor.fetches()).isFalse();
            executor.replaceLostThread();
            assertThat(askedAgain.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(executor.fetches()).isTrue();
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void aThreadThatFetchesIsLeftAlone() {
        WatchedExecutor executor =
                executor(Duration.ofMinutes(1), (Batches) (asking, most) -> context -> new AcquiredJobs(1));
        executor.start();
        try {
            Thread fetching = executor.fetchingThread();
            executor.replaceLostThread();
            assertThat(executor.fetchingThread()).isSameAs(fetching);
            assertThat(executor.replaced()).isZero();
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void nothingIsFetchedWhileThereIsNoPlaceForIt() throws InterruptedException {
        executor(Duration.ofMinutes(1), null);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(3);
        threads.execute(() -> {
            awaitUnchecked(goOn);
            done.countDown();
        });
        threads.execute(done::countDown);
        Thread fetching = new Thread(() -> threads.execute(done::countDown));
        fetching.start();
        while (fetching.getState() != Thread.State.TIMED_WAITING) {
            assertThat(fetching.isAlive()).as("has waited").isTrue();
            Thread.onSpinWait();
        }
        assertThat(done.getCount()).isEqualTo(3);

        goOn.countDown();
        done.await();
        fetching.join();
    }

    @Test
    void whoeverWaitsForAPlaceWhenTheExecutorIsStoppedIsRefusedIt() {
        WatchedExecutor executor = executor(Duration.ofMinutes(1), null);
        CountDownLatch goOn = new CountDownLatch(1);
        threads.execute(() -> awaitUnchecked(goOn));
        threads.execute(() -> {});
        executor.start();
        executor.shutdown();
        ThreadPoolExecutor pool = threads.getThreadPoolExecutor();
        assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        goOn.countDown();
    }

    private interface Batches extends JobBatches {

        @Override
        default Optional<Runnable> work(List<String> jobs, ProcessEngineImpl process, RunningJobs running) {
            return Optional.empty();
        }
    }

    private WatchedExecutor executor(Duration fetching, JobBatches batches) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (batches != null) {
            beans.addBean("batches", batches);
        }
        return new WatchedExecutor(
                threads,
                new CamundaBpmProperties(),
                beans.getBeanProvider(JobBatches.class),
                new InstanceName(keptLocks),
                locks,
                new JobSettings(fetching, Duration.ofMinutes(1)));
    }

    private static ThreadPoolTaskExecutor oneThread() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(1);
        threads.setMaxPoolSize(1);
        threads.setQueueCapacity(1);
        threads.initialize();
        return threads;
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
