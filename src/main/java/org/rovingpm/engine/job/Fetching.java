package org.rovingpm.engine.job;

import java.time.Duration;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/** What the thread that fetches jobs does, and since when it has been asking the database. */
class Fetching extends SequentialJobAcquisitionRunnable {

    private static final long NOT_ASKING = 0;

    private volatile long asking = NOT_ASKING;

    Fetching(JobExecutor executor) {
        super(executor);
    }

    @Override
    protected AcquiredJobs acquireJobs(
            JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
        asking = System.nanoTime() | 1;
        try {
            AcquiredJobs jobs = super.acquireJobs(context, strategy, engine);
            // It comes back after another has taken its place: whether these are still its own, nobody knows
            return isInterrupted ? new AcquiredJobs(0) : jobs;
        } finally {
            asking = NOT_ASKING;
        }
    }

    /** @return for how long it has been waiting for the database's answer; zero where it is not */
    Duration away() {
        long since = asking;
        return since == NOT_ASKING ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }
}
