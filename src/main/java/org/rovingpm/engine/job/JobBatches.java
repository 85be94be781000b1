package org.rovingpm.engine.job;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Another way of fetching jobs and doing them than one by one. Where there is none, the engine's own is taken. */
public interface JobBatches {

    /** @return the command that fetches at most so many jobs */
    Command<AcquiredJobs> fetch(JobExecutor executor, int most);

    /** @return what does these jobs that were fetched together; empty for those that are done one by one */
    Optional<Runnable> work(List<String> jobs, ProcessEngineImpl engine, RunningJobs running);
}
