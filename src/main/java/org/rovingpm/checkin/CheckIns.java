package org.rovingpm.checkin;

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
import org.rovingpm.jobplan.HoursReported;
import org.rovingpm.placement.Placement;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The weeks as PMs reported them. A week is reported once and never rewritten: the database sees to that. */
@Repository
public class CheckIns implements HoursReported {

    private static final String SELECT = """
        select c.*,
               array(select objective from check_in_progress where check_in_id = c.id order by position) as objectives,
               array(select progress from check_in_progress where check_in_id = c.id order by position) as progress
          from check_in c where\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    CheckIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the week of the placement, where it has been reported */
    public Optional<CheckIn> find(Placement placement, LocalDate weekEnding) {
        return jdbc.sql(SELECT + "placement_id = :placement and week_ending = :week")
                .param("placement", placement.id())
                .param("week", weekEnding)
                .query(CheckIns::checkIn)
                .optional();
    }

    /** @return the week of the case that ended on this day, as its latest PM reported it */
    Optional<CheckIn> find(CaseReference reference, LocalDate weekEnding) {
        return jdbc.sql(SELECT + "case_reference = :reference and week_ending = :week order by id desc limit 1")
                .param("reference", reference.value())
                .param("week", weekEnding)
                .query(CheckIns::checkIn)
                .optional();
    }

    /** @return the number of the correction */
    long addCorrection(CheckIn week, BigDecimal hours, String reason, String who) {
        return jdbc.sql("""
                insert into check_in_correction (check_in_id, hours_before, hours, reason, corrected_at, corrected_by)
                values (:week, :before, :hours, :reason, :at, :who) returning id""")
                .param("week", week.id())
                .param("before", week.hours())
                .param("hours", hours)
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .query(Long.class)
                .single();
    }

    /** Gives the week the hours of its latest correction, and what follows from them. */
    void correct(CheckIn week, BigDecimal hours, BigDecimal amount, BigDecimal unfunded, BigDecimal overPlanHours) {
        jdbc.sql("""
                update check_in set hours = :hours, amount = :amount, unfunded = :unfunded, over_plan_hours = :over
                where id = :id""")
                .param("hours", hours)
                .param("amount", amount)
                .param("unfunded", unfunded)
                .param("over", overPlanHours)
                .param("id", week.id())
                .update();
    }

    /** @return the case's weeks, the newest first, at most 200 */
    public List<CheckIn> of(CaseReference reference) {
        return jdbc.sql(SELECT + "case_reference = :reference order by id desc limit 200")
                .param("reference", reference.value())
                .query(CheckIns::checkIn)
                .list();
    }

    /** @return the week of the case that was reported last */
    public Optional<CheckIn> latest(CaseReference reference) {
        return jdbc.sql(SELECT + "case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value())
                .query(CheckIns::checkIn)
                .optional();
    }

    @Override
    public Total reported(long placement) {
        return jdbc.sql("""
                select coalesce(sum(hours), 0) as hours, coalesce(sum(amount - unfunded), 0) as paid
                  from check_in where placement_id = :placement""").param("placement", placement).query(Total.class).single();
    }

    @Override
    public List<UnfundedWeek> unfunded(long placement) {
        return jdbc.sql("""
                select id as check_in, week_ending, hourly_rate, unfunded from check_in
                where placement_id = :placement and unfunded > 0 order by week_ending""")
                .param("placement", placement)
                .query(UnfundedWeek.class)
                .list();
    }

    @Override
    public void recordPaid(UnfundedWeek week, BigDecimal amount) {
        jdbc.sql("update check_in set unfunded = unfunded - :amount where id = :id")
                .param("amount", amount)
                .param("id", week.checkIn())
                .update();
    }

    void add(CheckIn week) {
        jdbc.sql("""
                with week as (
                    insert into check_in (case_reference, placement_id, plan_id, week_ending, hours, hourly_rate, amount, unfunded,
                        over_plan_hours, concerns, rag_now, variation_reason, support_complete, review_reasons, reported_at, reported_by)
                    values (:reference, :placement, :plan, :week, :hours, :rate, :amount, :unfunded, :over, :concerns, :rag,
                        :variation, :complete, :reasons, :at, :by) returning id)
                insert into check_in_progress (check_in_id, position, objective, progress)
                select week.id, made.position, made.objective, made.progress
                  from week, unnest(cast(:objectives as text[]), cast(:progress as text[]))
                       with ordinality as made(objective, progress, position)""")
                .param("reference", week.reference().value())
                .param("placement", week.placementId())
                .param("plan", week.planId())
                .param("week", week.weekEnding())
                .param("hours", week.hours())
                .param("rate", week.hourlyRate())
                .param("amount", week.amount())
                .param("unfunded", week.unfunded())
                .param("over", week.overPlanHours())
                .param("concerns", week.concerns(), Types.VARCHAR)
                .param("rag", week.ragNow().name())
                .param("variation", week.variationReason(), Types.VARCHAR)
                .param("complete", week.supportComplete())
                .param("reasons", week.reviewReasons().toArray(String[]::new), Types.ARRAY)
                .param("at", week.reportedAt().atOffset(ZoneOffset.UTC))
                .param("by", week.reportedBy())
                .param(
                        "objectives",
                        week.progress().stream()
                                .map(CheckIn.Progress::objective)
                                .toArray(String[]::new),
                        Types.ARRAY)
                .param(
                        "progress",
                        week.progress().stream().map(CheckIn.Progress::progress).toArray(String[]::new),
                        Types.ARRAY)
                .update();
    }

    boolean reviewed(CheckIn week) {
        return jdbc.sql("select count(*) from check_in_review where check_in_id = :id")
                        .param("id", week.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void review(CheckIn week, ReviewCheckIn.Decision decision, String note, String who) {
        jdbc.sql("""
                insert into check_in_review (check_in_id, decision, note, reviewed_at, reviewed_by)
                values (:id, :decision, :note, :at, :who)""")
                .param("id", week.id())
                .param("decision", decision.name())
                .param("note", note)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    private static CheckIn checkIn(ResultSet row, int number) throws SQLException {
        return new CheckIn(
                row.getLong("id"),
                new CaseReference(row.getString("case_reference")),
                row.getLong("placement_id"),
                row.getLong("plan_id"),
                row.getObject("week_ending", LocalDate.class),
                row.getBigDecimal("hours"),
                row.getBigDecimal("hourly_rate"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("unfunded"),
                row.getBigDecimal("over_plan_hours"),
                row.getString("concerns"),
                Rag.valueOf(row.getString("rag_now")),
                row.getString("variation_reason"),
                row.getBoolean("support_complete"),
                List.of((String[]) row.getArray("review_reasons").getArray()),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getString("reported_by"),
                progress(row));
    }

    private static List<CheckIn.Progress> progress(ResultSet row) throws SQLException {
        String[] objectives = (String[]) row.getArray("objectives").getArray();
        String[] progress = (String[]) row.getArray("progress").getArray();
        return IntStream.range(0, objectives.length)
                .mapToObj(at -> new CheckIn.Progress(objectives[at], progress[at]))
                .toList();
    }
}
