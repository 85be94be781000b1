package org.rovingpm.checkin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.funding.Ledger;
import org.rovingpm.jobplan.HoursReported;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.jobplan.ReconcileMoney;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects the hours of a reported week, up or down, until the money of its case is reconciled. What was spent on the week is taken
 * back and spent anew, as far as the plan reaches. Both hours and the reason stay on record.
 */
@Component
public class CorrectHours {

    private static final BigDecimal QUARTERS = new BigDecimal("4");

    private final SupportCases cases;
    private final CheckIns checkIns;
    private final JobPlans plans;
    private final Ledger ledger;
    private final Timeline timeline;

    CorrectHours(SupportCases cases, CheckIns checkIns, JobPlans plans, Ledger ledger, Timeline timeline) {
        this.cases = cases;
        this.checkIns = checkIns;
        this.plans = plans;
        this.ledger = ledger;
        this.timeline = timeline;
    }

    /**
     * Refuses a week that has not been reported, hours that are no quarters, and a case whose money has been reconciled.
     *
     * @param weekEnding the last day of the week
     * @param hours      that are right
     */
    @Transactional
    public void correct(CaseReference reference, LocalDate weekEnding, BigDecimal hours, String reason, String who) {
        refuseUnlessPossible(reference);
        new Problems()
                .require(weekEnding != null, "weekEnding", "Give the last day of the week, a Friday.")
                .require(hours != null, "hours", "Give the hours that are right; 0 if there were none.")
                .require(
                        hours == null
                                || hours.multiply(QUARTERS).stripTrailingZeros().scale() <= 0,
                        "hours",
                        "Give the hours to the nearest quarter, such as 7.25, 7.5 or 7.75.")
                .refuseIfAny();
        CheckIn week = checkIns.find(reference, weekEnding)
                .orElseThrow(() -> new Refusal(
                        "weekEnding",
                        "No week ending %s has been reported in case %s: check the date."
                                .formatted(BritishFormat.date(weekEnding), reference)));
        if (hours.compareTo(week.hours()) == 0) {
            throw new Refusal("hours", "These are the hours that were reported: give the right ones.");
        }
        correct(week, hours, reason, who);
    }

    /** Refuses a case of which no week has been reported, or whose hours can no longer be corrected. */
    public void refuseUnlessPossible(CaseReference reference) {
        cases.get(reference).refuseUnlessOpen();
        if (timeline.latest(reference, ReconcileMoney.RECONCILED).isPresent()) {
            throw new Refusal(
                    "The hours and the money of case %s have been reconciled: they can no longer be corrected."
                            .formatted(reference));
        }
        if (checkIns.latest(reference).isEmpty()) {
            throw new Refusal(
                    "No week has been reported in case %s: there are no hours to correct.".formatted(reference));
        }
    }

    private void correct(CheckIn week, BigDecimal hours, String reason, String who) {
        JobPlan plan = plans.inEffect(week.reference())
                .filter(current -> current.placementId() == week.placementId())
                .orElseGet(() -> plans.get(week.planId()));
        HoursReported.Total before = checkIns.reported(week.placementId());
        BigDecimal paidOtherwise = before.paid().subtract(week.amount().subtract(week.unfunded()));
        BigDecimal amount = hours.multiply(week.hourlyRate()).setScale(2, RoundingMode.HALF_UP);
        BigDecimal covered = amount.min(plan.cost().subtract(paidOtherwise)).max(BigDecimal.ZERO);
        long number = checkIns.addCorrection(week, hours, reason, who);
        String note = "Hours corrected, week ending " + week.weekEnding();
        ledger.reverse(
                week.reference(),
                List.of(
                        "placement:%d:week:%s".formatted(week.placementId(), week.weekEnding()),
                        "check-in:%d:".formatted(week.id())),
                who,
                note);
        if (covered.signum() > 0) {
            BigDecimal paidHours = hours.multiply(covered)
                    .divide(amount, 2, RoundingMode.HALF_UP)
                    .max(new BigDecimal("0.01"));
            covered = covered.subtract(ledger.spend(
                    week.reference(),
                    plan.fund(),
                    covered,
                    paidHours,
                    "check-in:%d:correction:%d".formatted(week.id(), number),
                    who,
                    note));
        }
        BigDecimal over = before.hours()
                .subtract(week.hours())
                .add(hours)
                .subtract(plan.hours())
                .max(BigDecimal.ZERO);
        checkIns.correct(week, hours, amount, amount.subtract(covered), over);
        timeline.add(
                week.reference(),
                who,
                "Hours of the week ending %s corrected".formatted(BritishFormat.date(week.weekEnding())),
                inWords(week.hours(), week.amount()),
                inWords(hours, amount),
                reason);
    }

    private static String inWords(BigDecimal hours, BigDecimal amount) {
        return "%s (%s)".formatted(BritishFormat.hours(hours), BritishFormat.pounds(amount));
    }
}
