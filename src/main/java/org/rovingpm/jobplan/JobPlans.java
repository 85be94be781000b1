package org.rovingpm.jobplan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rovingpm.placement.Placement;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version of every job plan. A version is never overwritten: the database sees to that. */
@Repository
public class JobPlans {

    private static final String SELECT = """
        select p.*,
               array(select objective from plan_objective where plan_id = p.id order by position) as objectives,
               array(select measure from plan_objective where plan_id = p.id order by position) as measures
          from job_plan p where\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    JobPlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the plan; one that does not exist is a mistake in the program */
    public JobPlan get(long id) {
        return plan("id = :key", id).orElseThrow(() -> new IllegalStateException("There is no job plan " + id));
    }

    public Optional<JobPlan> inEffect(CaseReference reference) {
        return plan("case_reference = :key and status = 'IN_EFFECT'", reference.value());
    }

    /** @return the plan in effect of this placement, not of a PM who was there before */
    public Optional<JobPlan> inEffect(Placement placement) {
        return plan("placement_id = :key and status = 'IN_EFFECT'", placement.id());
    }

    /** @return the plan that waits for answers */
    public Optional<JobPlan> submitted(CaseReference reference) {
        return plan("case_reference = :key and status = 'SUBMITTED'", reference.value());
    }

    /** @return what the case's PM had an hour in their latest plan that took effect, in whichever case */
    Optional<BigDecimal> latestRateOfPm(CaseReference reference) {
        return jdbc.sql("""
                select p.hourly_rate
                  from published_placement here
                  join published_placement any_case on any_case.pm = here.pm
                  join job_plan p on p.placement_id = any_case.id
                 where here.case_reference = :reference and here.ended_on is null and p.status in ('IN_EFFECT', 'SUPERSEDED')
                 order by p.id desc limit 1""")
                .param("reference", reference.value())
                .query(BigDecimal.class)
                .optional();
    }

    /** @return the version submitted last, whatever became of it */
    public Optional<JobPlan> latest(CaseReference reference) {
        return plan("case_reference = :key order by version desc limit 1", reference.value());
    }

    /** @return the plan that matters now: the one in effect, else the one that waits for answers, else the version submitted last */
    public Optional<JobPlan> current(CaseReference reference) {
        return plan(
                "case_reference = :key order by status = 'IN_EFFECT' desc, status = 'SUBMITTED' desc, version desc limit 1",
                reference.value());
    }

    /** @return the plan that was in effect before this one; while this one waits, the plan in effect */
    public Optional<JobPlan> before(JobPlan plan) {
        return jdbc.sql(
                        SELECT
                                + "case_reference = :key and version < :version and status in ('IN_EFFECT', 'SUPERSEDED') order by version desc limit 1")
                .param("key", plan.reference().value())
                .param("version", plan.version())
                .query(JobPlans::plan)
                .optional();
    }

    /** @return the answers to the plan, in the order in which they were given */
    public List<PlanApproval> approvals(JobPlan plan) {
        return jdbc.sql("select * from plan_approval where plan_id = :id order by answered_at, party, ods_code")
                .param("id", plan.id())
                .query((row, number) -> new PlanApproval(
                        PlanApproval.Party.valueOf(row.getString("party")),
                        row.getString("ods_code") == null ? null : new OdsCode(row.getString("ods_code")),
                        PlanApproval.Answer.valueOf(row.getString("answer")),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by"),
                        row.getString("answered_by"),
                        row.getObject("answered_on", LocalDate.class),
                        row.getString("comment")))
                .list();
    }

    /** Adds the next version; the id, version, status and cost of the argument are ignored. */
    JobPlan add(JobPlan plan) {
        long id = jdbc.sql("""
                with plan as (
                    insert into job_plan (case_reference, placement_id, version, status, variation, reason, sessions_a_week, starts_on,
                        ends_on, hours, hourly_rate, fund_code, newly_committed, budget_holder_needed, prepared_at, prepared_by)
                    values (:reference, :placement,
                        (select coalesce(max(version), 0) + 1 from job_plan where case_reference = :reference), 'SUBMITTED',
                        :variation, :reason, :sessions, :startOn, :endOn, :hours, :rate, :fund, :committed, :budgetHolder, :at, :by)
                    returning id),
                objectives as (
                    insert into plan_objective (plan_id, position, objective, measure)
                    select plan.id, o.position, o.objective, o.measure
                      from plan, unnest(cast(:objectives as text[]), cast(:measures as text[]))
                           with ordinality as o(objective, measure, position))
                select id from plan""")
                .param("reference", plan.reference().value())
                .param("placement", plan.placementId())
                .param("variation", plan.variation())
                .param("reason", plan.reason(), Types.VARCHAR)
                .param("sessions", plan.sessionsAWeek())
                .param("startOn", plan.startsOn())
                .param("endOn", plan.endsOn())
                .param("hours", plan.hours())
                .param("rate", plan.hourlyRate())
                .param("fund", plan.fund())
                .param("committed", plan.newlyCommitted())
                .param("budgetHolder", plan.budgetHolderNeeded())
                .param("at", plan.preparedAt().atOffset(ZoneOffset.UTC))
                .param("by", plan.preparedBy())
                .param(
                        "objectives",
                        plan.objectives().stream().map(Objective::objective).toArray(String[]::new),
                        Types.ARRAY)
                .param(
                        "measures",
                        plan.objectives().stream().map(Objective::measure).toArray(String[]::new),
                        Types.ARRAY)
                .query(Long.class)
                .single();
        return get(id);
    }

    void changeStatus(JobPlan plan, PlanStatus status) {
        jdbc.sql("update job_plan set status = :status where id = :id")
                .param("status", status.name())
                .param("id", plan.id())
                .update();
    }

    void add(
            JobPlan plan,
            PlanApproval.Party party,
            OdsCode practice,
            PlanApproval.Answer answer,
            String answeredBy,
            LocalDate answeredOn,
            String comment,
            String who) {
        jdbc.sql("""
                insert into plan_approval (plan_id, party, ods_code, answer, answered_at, recorded_by, answered_by, answered_on, comment)
                values (:id, :party, :practice, :answer, :at, :who, :answeredBy, :on, :comment)""")
                .param("id", plan.id())
                .param("party", party.name())
                .param("practice", practice == null ? null : practice.value(), Types.VARCHAR)
                .param("answer", answer.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("answeredBy", answeredBy)
                .param("on", answeredOn)
                .param("comment", comment, Types.VARCHAR)
                .update();
    }

    private Optional<JobPlan> plan(String restriction, Object key) {
        return jdbc.sql(SELECT + restriction)
                .param("key", key)
                .query(JobPlans::plan)
                .optional();
    }

    private static JobPlan plan(ResultSet row, int number) throws SQLException {
        return new JobPlan(
                row.getLong("id"),
                new CaseReference(row.getString("case_reference")),
                row.getLong("placement_id"),
                row.getInt("version"),
                PlanStatus.valueOf(row.getString("status")),
                row.getBoolean("variation"),
                row.getString("reason"),
                row.getBigDecimal("sessions_a_week"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBigDecimal("hours"),
                row.getBigDecimal("hourly_rate"),
                row.getBigDecimal("cost"),
                row.getString("fund_code"),
                row.getBigDecimal("newly_committed"),
                row.getBoolean("budget_holder_needed"),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                row.getString("prepared_by"),
                objectives(row));
    }

    private static List<Objective> objectives(ResultSet row) throws SQLException {
        String[] objectives = (String[]) row.getArray("objectives").getArray();
        String[] measures = (String[]) row.getArray("measures").getArray();
        return IntStream.range(0, objectives.length)
                .mapToObj(at -> new Objective(objectives[at], measures[at]))
                .toList();
    }
}
