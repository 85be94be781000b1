package org.rovingpm.jobplan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.funding.CaseMoney;
import org.rovingpm.funding.Ledger;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** The money of plans: what they commit, spend and release from one version to the next. */
@Component
class PlanMoney {

    private final Ledger ledger;
    private final HoursReported hours;
    private final Timeline timeline;

    PlanMoney(Ledger ledger, HoursReported hours, Timeline timeline) {
        this.ledger = ledger;
        this.hours = hours;
        this.timeline = timeline;
    }

    /** @return pounds paid for the hours of this placement so far */
    BigDecimal spentBy(long placementId) {
        return hours.reported(placementId).paid();
    }

    /** @return pounds of the plan's cost that are neither spent by its PM nor committed to the case from this fund */
    BigDecimal shortfall(CaseReference reference, long placementId, String fund, BigDecimal cost) {
        return cost.subtract(spentBy(placementId))
                .subtract(committed(reference, fund))
                .max(BigDecimal.ZERO);
    }

    void commit(JobPlan plan, String who) {
        if (plan.newlyCommitted().signum() > 0) {
            ledger.commit(
                    plan.reference(), plan.fund(), plan.newlyCommitted(), key(plan, "submitted"), who, name(plan));
        }
    }

    /** Releases what was committed for a plan that has been refused. */
    void release(JobPlan plan, String who) {
        if (plan.newlyCommitted().signum() > 0) {
            ledger.release(
                    plan.reference(),
                    plan.fund(),
                    plan.newlyCommitted(),
                    key(plan, "refused"),
                    who,
                    name(plan) + " refused");
        }
    }

    /** Pays earlier hours that no plan had covered, as far as this one reaches, and releases all that it does not need. */
    void adjustTo(JobPlan plan, String who) {
        BigDecimal left = plan.cost().subtract(spentBy(plan.placementId())).max(BigDecimal.ZERO);
        for (HoursReported.UnfundedWeek week : hours.unfunded(plan.placementId())) {
            left = left.subtract(pay(plan, week, left, who));
        }
        for (CaseMoney money : ledger.moneyOf(plan.reference())) {
            BigDecimal needed = money.fundCode().equals(plan.fund()) ? left : BigDecimal.ZERO;
            release(
                    plan.reference(),
                    money,
                    money.committed().subtract(needed),
                    key(plan, "in-effect:" + money.fundCode()),
                    who,
                    name(plan));
        }
    }

    /** Releases all that is still committed to the case. */
    void releaseAll(CaseReference reference, String who) {
        ledger.moneyOf(reference)
                .forEach(money -> release(
                        reference,
                        money,
                        money.committed(),
                        "reconciled:%s:%s".formatted(reference, money.fundCode()),
                        who,
                        "Money reconciled"));
    }

    private BigDecimal pay(JobPlan plan, HoursReported.UnfundedWeek week, BigDecimal left, String who) {
        BigDecimal due = week.unfunded().min(left);
        if (due.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal worked =
                due.divide(week.hourlyRate(), 2, RoundingMode.HALF_UP).max(new BigDecimal("0.01"));
        BigDecimal paid = due.subtract(ledger.spend(
                plan.reference(),
                plan.fund(),
                due,
                worked,
                "check-in:%d:plan:%d".formatted(week.checkIn(), plan.id()),
                who,
                "Hours over plan, week ending " + week.weekEnding()));
        hours.recordPaid(week, paid);
        timeline.add(
                plan.reference(),
                who,
                "Hours over plan paid",
                null,
                BritishFormat.pounds(paid),
                "Covered by version %d of the plan".formatted(plan.version()));
        return paid;
    }

    private void release(
            CaseReference reference, CaseMoney money, BigDecimal amount, String key, String who, String note) {
        if (amount.signum() > 0) {
            ledger.release(reference, money.fundCode(), amount, key, who, note);
            timeline.add(
                    reference,
                    who,
                    "Money released",
                    null,
                    "%s to “%s”".formatted(BritishFormat.pounds(amount), money.fundName()),
                    note);
        }
    }

    private BigDecimal committed(CaseReference reference, String fund) {
        return ledger.moneyOf(reference).stream()
                .filter(money -> money.fundCode().equals(fund))
                .map(CaseMoney::committed)
                .findAny()
                .orElse(BigDecimal.ZERO);
    }

    private static String key(JobPlan plan, String step) {
        return "plan:%d:%s".formatted(plan.id(), step);
    }

    private static String name(JobPlan plan) {
        return "Job plan, version " + plan.version();
    }
}
