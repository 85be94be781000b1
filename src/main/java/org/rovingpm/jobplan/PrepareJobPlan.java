package org.rovingpm.jobplan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.engine.Decisions;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.Timeline;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Submits a new version of a job plan and commits its money, or stops planning. */
@Component
public class PrepareJobPlan {

    /** What the service manager decides. */
    public enum Decision {
        SUBMIT,
        STOP_PLANNING
    }

    /** The service manager's answers. */
    public record Form(
            @NotNull(message = "Choose whether to submit the plan or stop planning.") Decision decision,

            @Valid List<Objective> objectives,

            @DecimalMin(value = "0.5", message = "Sessions a week must be at least 0.5 (a session is half a day).")
            @DecimalMax(value = "10", message = "Sessions a week must be 10 or fewer: a week has ten half days.") @Digits(
                    integer = 2,
                    fraction = 2,
                    message = "Give sessions a week with at most two decimal places, such as 2.5.")
            BigDecimal sessionsAWeek,

            LocalDate startOn,
            LocalDate endOn,

            @DecimalMin(value = "0.25", message = "Give the total hours: at least a quarter of an hour.") @DecimalMax(value = "2000", message = "Total hours must be 2,000 or fewer: split a longer plan into parts.") @Digits(
                    integer = 4,
                    fraction = 2,
                    message = "Give the hours with at most two decimal places, such as 37.5.")
            BigDecimal hours,

            @DecimalMin(value = "1", message = "The hourly rate must be at least £1.") @DecimalMax(value = "200", message = "The hourly rate must be £200 or less.") @Digits(integer = 3, fraction = 2, message = "Give the hourly rate in pounds and pence, such as 42.50.") BigDecimal hourlyRate,

            @PlainText(label = "The fund", max = 30) String fund,
            @PlainText(label = "The reason") String reason) {}

    /**
     * The outcome.
     *
     * @param planId null if planning was stopped
     */
    public record Prepared(Long planId, boolean budgetHolderNeeded) {

        public boolean submitted() {
            return planId != null;
        }
    }

    /**
     * What a plan would come to if it were submitted now.
     *
     * @param cost      pounds
     * @param more      pounds more than the plan in effect costs; null for a first plan
     * @param spent     pounds spent already for the hours of this PM, which a plan covers too
     * @param committed pounds that the fund would commit for it; null while no fund is chosen
     */
    public record Estimate(
            BigDecimal cost, BigDecimal more, BigDecimal spent, boolean budgetHolderNeeded, BigDecimal committed) {}

    private final StageCheck stages;
    private final Placements placements;
    private final JobPlans plans;
    private final PlanChecks checks;
    private final PlanMoney money;
    private final VariationRequests variations;
    private final Decisions decisions;
    private final Timeline timeline;
    private final Clock clock;

    PrepareJobPlan(
            StageCheck stages,
            Placements placements,
            JobPlans plans,
            PlanChecks checks,
            PlanMoney money,
            VariationRequests variations,
            Decisions decisions,
            Timeline timeline,
            Clock clock) {
        this.stages = stages;
        this.placements = placements;
        this.plans = plans;
        this.checks = checks;
        this.money = money;
        this.variations = variations;
        this.decisions = decisions;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public Prepared prepare(CaseReference reference, Form form, String who) {
        stages.lockedAt(reference, CaseStage.PLANNING, CaseStage.SUPPORTED);
        return form.decision() == Decision.SUBMIT ? submit(reference, form, who) : stop(reference, form, who);
    }

    private Prepared submit(CaseReference reference, Form form, String who) {
        Placement placement = placements.get(reference);
        Optional<JobPlan> before = plans.inEffect(reference);
        Optional<JobPlan> varied = variedBy(before, placement);
        boolean variation = varied.isPresent();
        refuseSecond(reference);
        checks.refuseInvalid(form, before.orElse(null), variation);
        Estimate estimate = estimate(reference, placement, varied, form);
        BigDecimal cost = estimate.cost();
        BigDecimal spent = estimate.spent();
        if (cost.compareTo(spent) < 0) {
            throw new Refusal(
                    "hours",
                    "The plan costs %s, but %s has been spent already: plan at least that much."
                            .formatted(BritishFormat.pounds(cost), BritishFormat.pounds(spent)));
        }
        JobPlan plan = added(new JobPlan(
                0,
                reference,
                placement.id(),
                0,
                PlanStatus.SUBMITTED,
                variation,
                form.reason(),
                form.sessionsAWeek(),
                form.startOn(),
                form.endOn(),
                form.hours(),
                form.hourlyRate(),
                cost,
                form.fund(),
                estimate.committed(),
                estimate.budgetHolderNeeded(),
                clock.instant(),
                who,
                form.objectives()));
        money.commit(plan, who);
        timeline.add(
                reference,
                who,
                variation ? "Variation of the job plan submitted" : "Job plan submitted",
                before.map(PrepareJobPlan::summary).orElse(null),
                summary(plan),
                form.reason());
        return new Prepared(plan.id(), plan.budgetHolderNeeded());
    }

    /**
     * @param form its hours and hourly rate, and its fund if one has been chosen
     * @return what such a plan would come to; nothing is stored
     */
    @Transactional(readOnly = true)
    public Estimate estimate(CaseReference reference, Form form) {
        stages.at(reference, CaseStage.PLANNING, CaseStage.SUPPORTED);
        Placement placement = placements.get(reference);
        return estimate(reference, placement, variedBy(plans.inEffect(reference), placement), form);
    }

    private Estimate estimate(CaseReference reference, Placement placement, Optional<JobPlan> varied, Form form) {
        BigDecimal cost = form.hours().multiply(form.hourlyRate()).setScale(2, RoundingMode.HALF_UP);
        BigDecimal more = varied.map(plan -> cost.subtract(plan.cost())).orElse(null);
        return new Estimate(
                cost,
                more,
                money.spentBy(placement.id()),
                budgetHolderNeeded(varied.isPresent() ? more : cost, varied.isPresent()),
                form.fund() == null ? null : money.shortfall(reference, placement.id(), form.fund(), cost));
    }

    /** A plan for another PM is a first plan, though one is in effect. */
    private static Optional<JobPlan> variedBy(Optional<JobPlan> before, Placement placement) {
        return before.filter(plan -> plan.placementId() == placement.id());
    }

    private JobPlan added(JobPlan plan) {
        try {
            return plans.add(plan);
        } catch (DuplicateKeyException another) {
            throw another(plan.reference());
        }
    }

    private void refuseSecond(CaseReference reference) {
        if (plans.submitted(reference).isPresent()) {
            throw another(reference);
        }
    }

    private static Refusal another(CaseReference reference) {
        return new Refusal("Another plan of case %s is waiting for answers: wait until it is approved or refused."
                .formatted(reference));
    }

    /** The decision depends on the cost of a first plan, and on what a variation adds to it. */
    private boolean budgetHolderNeeded(BigDecimal added, boolean variation) {
        Map<String, Object> inputs = Map.of("cost", added.max(BigDecimal.ZERO), "variation", variation);
        return (Boolean) decisions.single("approval-level", inputs).get("budgetHolderNeeded");
    }

    private Prepared stop(CaseReference reference, Form form, String who) {
        if (form.reason() == null) {
            throw new Refusal("reason", "Say why there will be no plan.");
        }
        variations.close(reference);
        timeline.add(
                reference,
                who,
                plans.inEffect(reference).isPresent() ? "Variation withdrawn" : "Planning stopped",
                null,
                null,
                form.reason());
        return new Prepared(null, false);
    }

    /** @return the plan in a few words, for the timeline */
    static String summary(JobPlan plan) {
        return "Version %d: %s at %s an hour (%s) from %s to %s"
                .formatted(
                        plan.version(),
                        BritishFormat.hours(plan.hours()),
                        BritishFormat.pounds(plan.hourlyRate()),
                        BritishFormat.pounds(plan.cost()),
                        BritishFormat.date(plan.startsOn()),
                        BritishFormat.date(plan.endsOn()));
    }
}
