package org.rovingpm.engine.tuning;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.management.Metrics;
import org.rovingpm.engine.job.RunningJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs in one transaction. Where that fails, nothing has been done, and the engine does each alone: what failed is
 * counted, told and tried again for the one at fault, and the others are done.
 *
 * <p>Relies on: {@code ExecuteJobsCmd}, the engine's internal command for one job, being no more than its {@code execute} within
 * the transaction of whoever calls it, in need of a {@code JobExecutorContext} on the thread, and counting failures only through
 * the {@code JobFailureCollector} that it is given; on {@code run} doing each job that is left in {@code jobIds}. With Operaton:
 * the command and its constructor are the same. Around it, later versions call {@code ExecuteJobHelper} without the job's id and no
 * longer catch an {@code Error} to note its step. Neither reaches this class, which calls the command itself; but look there first
 * whether the helper has come to do anything more before a job than it does in 7.24 (nothing), because that would be left out here.
 */
class RunTimerBatch extends RunningJobs.OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(RunTimerBatch.class);

    private final ReadAhead readAhead;

    RunTimerBatch(List<String> jobs, ProcessEngineImpl engine, ReadAhead readAhead, RunningJobs running) {
        super(jobs, engine, running);
        this.readAhead = readAhead;
    }

    @Override
    public void run() {
        if (jobIds.size() > 1 && jobExecutor.isActive()) {
            together();
        }
        super.run();
    }

    /** Leaves what is still to be done alone: all of them after a failure, else what they have queued for their own cases. */
    private void together() {
        JobExecutorContext context = new JobExecutorContext();
        Context.setJobExecutorContext(context);
        try {
            processEngine
                    .getProcessEngineConfiguration()
                    .getCommandExecutorTxRequired()
                    .execute(this::execute);
            jobIds.clear();
            jobIds.addAll(context.getCurrentProcessorJobQueue());
        } catch (Throwable failure) {
            LOG.info("{} jobs could not be done together: each is done alone.", jobIds.size());
            LOG.debug("They could not be done together", failure);
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    private Void execute(CommandContext command) {
        readAhead.jobs(command, Set.copyOf(jobIds));
        for (String job : jobIds) {
            new ExecuteJobsCmd(job, new JobFailureCollector(job)).execute(command);
        }
        command.getProcessEngineConfiguration()
                .getMetricsRegistry()
                .markOccurrence(Metrics.JOB_SUCCESSFUL, jobIds.size());
        return null;
    }
}
