package org.rovingpm.engine.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fetches what is due, and puts the timers that a process waits for together. A step that calls somebody outside never
 * follows such a timer in the same transaction: it is queued first, or its model is refused. So a transaction of several can
 * be undone. Jobs of one process stay what the engine makes of them: done one after the other.
 *
 * <p>Relies on: {@code AcquireJobsCmd.execute} locking what is due and answering with lists of ids that may be changed, one for
 * each process with exclusive jobs; on a job that could not be locked being taken out of those lists afterwards, by its id. With
 * Operaton: the same; but where {@code jobExecutorAcquireExclusiveOverProcessHierarchies} is on, the list of a case holds the jobs
 * of the processes that it calls too, and only what is alone in its list comes here.
 */
class AcquireTimerBatch extends AcquireJobsCmd {

    /** Enough to share the cost, few enough to leave something to the other threads. */
    private static final int MOST = 12;

    private final JdbcClient jdbc;

    AcquireTimerBatch(JobExecutor executor, int jobs, JdbcClient jdbc) {
        super(executor, jobs);
        this.jdbc = jdbc;
    }

    @Override
    public AcquiredJobs execute(CommandContext context) {
        AcquiredJobs jobs = super.execute(context);
        List<List<String>> batches = jobs.getJobIdBatches();
        Set<String> timers = timers(batches.stream()
                .filter(batch -> batch.size() == 1)
                .map(batch -> batch.get(0))
                .toList());
        List<String> together = new ArrayList<>();
        batches.removeIf(batch -> batch.size() == 1 && timers.contains(batch.get(0)) && together.add(batch.get(0)));
        for (int from = 0; from < together.size(); from += MOST) {
            batches.add(new TimerBatch(together.subList(from, Math.min(from + MOST, together.size()))));
        }
        return jobs;
    }

    private Set<String> timers(List<String> jobs) {
        return jobs.size() < 2
                ? Set.of()
                : jdbc
                        .sql("select id_ from act_ru_job where id_ = any (:jobs) and handler_type_ = :kind")
                        .param("jobs", jobs.toArray(String[]::new))
                        .param("kind", TimerCatchIntermediateEventJobHandler.TYPE)
                        .query(String.class)
                        .stream()
                        .collect(Collectors.toSet());
    }
}
