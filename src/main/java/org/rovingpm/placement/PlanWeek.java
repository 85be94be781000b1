package org.rovingpm.placement;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.workingtime.SchemeTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the week that the PM reports next: no week is left out. Weeks end on Fridays at 17:00 in London. */
@Component
public class PlanWeek {

    /** Where days and hours of work are counted. */
    private static final LocalTime END = LocalTime.of(17, 0);

    private final Placements placements;
    private final JobPlans plans;
    private final CheckIns checkIns;

    PlanWeek(Placements placements, JobPlans plans, CheckIns checkIns) {
        this.placements = placements;
        this.plans = plans;
        this.checkIns = checkIns;
    }

    /** @return when the next week to report is over: the first Friday from the plan's first day, then the one after the last week */
    @Transactional(readOnly = true)
    public Instant next(CaseReference reference) {
        Placement placement = placements.get(reference);
        LocalDate friday = checkIns.lastWeek(placement)
            .map(last -> last.with(TemporalAdjusters.next(DayOfWeek.FRIDAY)))
            .orElseGet(() -> firstDay(placement).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
        return friday.atTime(END).atZone(SchemeTime.ZONE).toInstant();
    }

    private LocalDate firstDay(Placement placement) {
        return plans.inEffect(placement).map(JobPlan::startOn)
            .orElseThrow(() -> new Refusal("Case %s has no job plan in effect.".formatted(placement.reference())));
    }
}
