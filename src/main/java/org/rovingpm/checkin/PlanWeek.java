package org.rovingpm.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.calendar.SchemeWeek;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the week that the PM reports next: no week is left out. Weeks end on Fridays at 17:00 in London. */
@Component
public class PlanWeek {

    private final JdbcClient jdbc;

    PlanWeek(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The week of a placement that ends on this day. */
    record Week(long placement, LocalDate lastDay) {

        Instant end() {
            return lastDay.atTime(SchemeWeek.END).atZone(SchemeTime.ZONE).toInstant();
        }
    }

    private record Reported(long placement, LocalDate lastReported, LocalDate planStarts) {

        Optional<Week> next() {
            LocalDate friday = lastReported != null
                    ? lastReported.with(TemporalAdjusters.next(SchemeWeek.LAST_DAY))
                    : planStarts != null ? planStarts.with(TemporalAdjusters.nextOrSame(SchemeWeek.LAST_DAY)) : null;
            return Optional.ofNullable(friday).map(lastDay -> new Week(placement, lastDay));
        }
    }

    /** @return when the next week to report is over: the first Friday from the plan's first day, then the one after the last week */
    @Transactional(readOnly = true)
    public Instant next(CaseReference reference) {
        return week(reference).end();
    }

    /** @return when a week is over that was to be over then, after a hold: as it was, or on the first Friday from now on */
    public static Instant endAfterHold(Instant planned, Instant now) {
        return planned.isBefore(now) ? SchemeWeek.endFrom(now) : planned;
    }

    Week week(CaseReference reference) {
        return jdbc.sql("""
                select p.id as placement, plan.starts_on as plan_starts,
                       (select week_ending from check_in where placement_id = p.id order by week_ending desc limit 1) as last_reported
                  from published_placement p left join published_job_plan plan on plan.placement_id = p.id and plan.status = 'IN_EFFECT'
                 where p.case_reference = :reference and p.ended_on is null""")
                .param("reference", reference.value())
                .query(Reported.class)
                .optional()
                .flatMap(Reported::next)
                .orElseThrow(() -> new Refusal("Case %s has no PM with a job plan in effect.".formatted(reference)));
    }
}
