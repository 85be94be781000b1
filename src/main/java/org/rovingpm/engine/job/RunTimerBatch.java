package org.rovingpm.engine.job;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.management.Metrics;
import org.rovingpm.engine.ReadAhead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs in one transaction. Where that fails, nothing has been done, and the engine does each alone: what failed is
 * counted, told and tried again for the one at fault, and the others are done.
 */
class RunTimerBatch extends ExecuteJobsRunnable {

    private static final Logger LOG = LoggerFactory.getLogger(RunTimerBatch.class);

    RunTimerBatch(List<String> jobs, ProcessEngineImpl engine) {
        super(jobs, engine);
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
        ReadAhead.jobs(command, Set.copyOf(jobIds));
        for (String job : jobIds) {
            new ExecuteJobsCmd(job, new JobFailureCollector(job)).execute(command);
        }
        command.getProcessEngineConfiguration()
                .getMetricsRegistry()
                .markOccurrence(Metrics.JOB_SUCCESSFUL, jobIds.size());
        return null;
    }
}
