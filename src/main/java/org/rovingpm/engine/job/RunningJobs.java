package org.rovingpm.engine.job;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;

/** The jobs that this instance has fetched and not finished, by their ids. */
public class RunningJobs {

    /** How often each is counted: one that fails may be fetched again before whoever had it is quite done. */
    private final Map<String, Integer> jobs = new ConcurrentHashMap<>();

    Set<String> ids() {
        return Set.copyOf(jobs.keySet());
    }

    /** @return the work, which counts these jobs from now until it is done */
    Runnable counted(Collection<String> ids, Runnable work) {
        List<String> fetched = List.copyOf(ids);
        fetched.forEach(this::add);
        return () -> {
            try {
                work.run();
            } finally {
                fetched.forEach(this::remove);
            }
        };
    }

    private void add(String id) {
        jobs.merge(id, 1, Integer::sum);
    }

    private void remove(String id) {
        jobs.computeIfPresent(id, (job, times) -> times == 1 ? null : times - 1);
    }

    /** Does jobs one by one as the engine does, and counts also those that follow from them for the same process. */
    public static class OneByOne extends ExecuteJobsRunnable {

        private final RunningJobs running;

        public OneByOne(List<String> jobs, ProcessEngineImpl engine, RunningJobs running) {
            super(jobs, engine);
            this.running = running;
        }

        @Override
        protected void executeJob(String job, CommandExecutor executor, JobFailureCollector failures) {
            running.add(job);
            try {
                super.executeJob(job, executor, failures);
            } finally {
                running.remove(job);
            }
        }
    }
}
