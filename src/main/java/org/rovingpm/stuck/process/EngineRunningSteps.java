package org.rovingpm.stuck.process;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.stuck.RunningSteps;
import org.rovingpm.stuck.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EngineRunningSteps implements RunningSteps {

    private static final int CANDIDATES = 500;

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    EngineRunningSteps(
            ObjectProvider<ProcessEngineConfigurationImpl> engine, JdbcClient jdbc, HiddenCases hiddenCases) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    private record Failing(String job, String reference) {}

    @Override
    public boolean retry(String failure, String who) {
        return as(new Viewer(who, List.of()), true, services -> {
            Incident incident = services.getRuntimeService()
                    .createIncidentQuery()
                    .incidentId(failure)
                    .singleResult();
            return incident != null && retry(services, incident.getConfiguration());
        });
    }

    @Override
    public List<String> retryAll(String version, String step, String who, int most) {
        List<Failing> failing = jdbc.sql("""
                select j.id_ as job, coalesce(c.reference, '') as reference from act_ru_incident f join act_ru_job j on j.id_ = f.configuration_
                left join act_ru_execution i on i.id_ = f.proc_inst_id_ left join published_case c on c.reference = i.business_key_
                where f.proc_def_id_ = :version and coalesce(f.failed_activity_id_, f.activity_id_) = :step
                  and (j.retries_ = 0 or j.duedate_ > :now)
                order by f.incident_timestamp_ limit :most""")
                .param("version", version)
                .param("step", step)
                .param("now", new Timestamp(ClockUtil.getCurrentTime().getTime()))
                .param("most", most)
                .query(Failing.class)
                .list();
        return as(new Viewer(who, List.of()), true, services -> failing.stream()
                .filter(one -> retry(services, one.job()))
                .map(Failing::reference)
                .toList());
    }

    /** A step without retries gets one; one that is retried without end is retried now. */
    private boolean retry(ProcessEngineServices services, String id) {
        Job job = id == null
                ? null
                : services.getManagementService().createJobQuery().jobId(id).singleResult();
        Date now = ClockUtil.getCurrentTime();
        if (job == null
                || job.getRetries() > 0
                        && (job.getDuedate() == null || !job.getDuedate().after(now))) {
            return false;
        }
        if (job.getRetries() == 0) {
            services.getManagementService().setJobRetries(id, 1);
        }
        services.getManagementService().setJobDuedate(id, now);
        return true;
    }

    @Override
    public Optional<String> stackTrace(String failure) {
        return as(null, true, services -> Optional.ofNullable(services.getRuntimeService()
                        .createIncidentQuery()
                        .incidentId(failure)
                        .singleResult())
                .map(Incident::getConfiguration)
                .filter(job -> services.getManagementService()
                                .createJobQuery()
                                .jobId(job)
                                .withException()
                                .count()
                        == 1)
                .map(job -> services.getManagementService().getJobExceptionStacktrace(job)));
    }

    @Override
    public List<StaffDirectory.Person> candidates(String task) {
        return jdbc.sql("""
                select distinct u.id_ as id, coalesce(nullif(trim(concat_ws(' ', u.first_, u.last_)), ''), u.id_) as name, u.email_ as email
                  from act_ru_identitylink l join act_id_membership m on m.group_id_ = l.group_id_ join act_id_user u on u.id_ = m.user_id_
                  join act_ru_task t on t.id_ = l.task_id_ join act_ru_execution i on i.id_ = t.proc_inst_id_
                  left join published_case c on c.reference = i.business_key_
                 where l.task_id_ = :task and l.type_ = 'candidate'
                   and not exists (select from published_hidden_cases(u.id_, :today) n where n.case_reference = c.reference)
                 order by name, id limit :most""")
                .param("task", task)
                .param("today", hiddenCases.today())
                .param("most", CANDIDATES)
                .query(StaffDirectory.Person.class)
                .list();
    }

    @Override
    public Optional<OpenTask> task(String task) {
        return as(null, true, services -> Optional.ofNullable(services.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .active()
                        .singleResult())
                .map(found ->
                        new OpenTask(found.getAssignee(), found.getDueDate().toInstant())));
    }

    @Override
    public void postpone(String task, Instant due, Viewer viewer) {
        as(viewer, true, services -> {
            Task found =
                    services.getTaskService().createTaskQuery().taskId(task).singleResult();
            found.setDueDate(Date.from(due));
            services.getTaskService().saveTask(found);
            return null;
        });
    }

    /** With the rights of the person who does it: the engine's rules on assigning tasks apply here too. */
    @Override
    public void assign(String task, String person, Viewer viewer) {
        as(viewer, false, services -> {
            services.getTaskService().setAssignee(task, person);
            return null;
        });
    }

    private <T> T as(Viewer viewer, boolean unchecked, Function<ProcessEngineServices, T> work) {
        var identities = engine.getObject().getIdentityService();
        Authentication before = identities.getCurrentAuthentication();
        if (viewer != null) {
            identities.setAuthentication(viewer.user(), List.copyOf(viewer.groups()));
        }
        try {
            return engine.getObject()
                    .getCommandExecutorTxRequired()
                    .execute(context -> unchecked
                            ? context.runWithoutAuthorization(() -> work.apply(
                                    Context.getProcessEngineConfiguration().getProcessEngine()))
                            : work.apply(Context.getProcessEngineConfiguration().getProcessEngine()));
        } finally {
            identities.setAuthentication(before);
        }
    }
}
