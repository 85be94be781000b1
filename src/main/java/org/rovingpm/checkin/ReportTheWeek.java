package org.rovingpm.checkin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.funding.Ledger;
import org.rovingpm.jobplan.HoursReported;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.jobplan.Objective;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the check-in of the PM at the practice and pays its hours as far as the plan in effect reaches. A week is
 * recorded once: reporting it again changes nothing and has the same outcome.
 */
@Component
public class ReportTheWeek {

    /** The PM's answers. */
    public record Form(
            @NotNull(message = "Give the hours that you worked this week; 0 if there were none.") @DecimalMin(value = "0", message = "Hours cannot be less than 0.") @DecimalMax(value = "60", message = "Hours in one week must be 60 or fewer: check the number.") BigDecimal hours,

            @Valid List<Progress> progress,
            @PlainText(label = "Your concerns") String concerns,

            @NotNull(message = "Choose the RAG rating that you would give now.") Rag ragNow,

            Boolean variationNeeded,
            @PlainText(label = "What needs to change") String variationReason,
            Boolean supportComplete) {}

    /** What was done towards one objective of the plan. */
    public record Progress(
            @PlainText(label = "An objective", max = 500) String objective,

            @NotNull(message = "Say for each objective what progress was made; “none” is an answer.") @PlainText(label = "The progress")
            String progress) {}

    /** What follows from the check-in. Whether support is complete, the service manager decides in the review. */
    public record Outcome(boolean reviewNeeded) {

        static Outcome of(CheckIn week) {
            return new Outcome(week.reviewNeeded());
        }
    }

    private static final BigDecimal QUARTERS = new BigDecimal("4");

    private final StageCheck stages;
    private final Placements placements;
    private final JobPlans plans;
    private final CheckIns checkIns;
    private final ReviewReasons reviewReasons;
    private final Ledger ledger;
    private final Timeline timeline;
    private final Clock clock;

    ReportTheWeek(
            StageCheck stages,
            Placements placements,
            JobPlans plans,
            CheckIns checkIns,
            ReviewReasons reviewReasons,
            Ledger ledger,
            Timeline timeline,
            Clock clock) {
        this.stages = stages;
        this.placements = placements;
        this.plans = plans;
        this.checkIns = checkIns;
        this.reviewReasons = reviewReasons;
        this.ledger = ledger;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @param weekEnding day on which the week that is reported ended */
    @Transactional
    public Outcome report(CaseReference reference, LocalDate weekEnding, Form form, String who) {
        SupportCase supportCase = stages.at(reference, CaseStage.SUPPORTED);
        Placement placement = placements.get(reference);
        placement.refuseOthersThanPm(who);
        Optional<CheckIn> before = checkIns.find(placement, weekEnding);
        if (before.isPresent()) {
            return Outcome.of(before.get());
        }
        JobPlan plan = plans.inEffect(placement)
                .orElseThrow(() -> new Refusal("Case %s has no job plan in effect.".formatted(reference)));
        refuseInvalidAnswers(plan, form);
        CheckIn week = paid(supportCase, placement, plan, weekEnding, form, who);
        checkIns.add(week);
        timeline.add(reference, who, "Week reported", null, summary(week), week.concerns());
        return Outcome.of(week);
    }

    private void refuseInvalidAnswers(JobPlan plan, Form form) {
        List<String> objectives =
                plan.objectives().stream().map(Objective::objective).toList();
        List<String> reported =
                form.progress().stream().map(Progress::objective).toList();
        boolean variationNeeded = Boolean.TRUE.equals(form.variationNeeded());
        new Problems()
                .require(
                        form.hours().multiply(QUARTERS).stripTrailingZeros().scale() <= 0,
                        "hours",
                        "Give the hours to the nearest quarter, such as 7.25, 7.5 or 7.75.")
                .require(
                        reported.size() == objectives.size() && reported.containsAll(objectives),
                        "progress",
                        "Report the progress against each objective of the plan in effect, as the form lists them: "
                                + "open it again if the plan has changed.")
                .require(
                        !variationNeeded || form.variationReason() != null,
                        "variationReason",
                        "Say what needs to change in the plan, and why.")
                .refuseIfAny();
    }

    /** A plan pays no more than it costs, even where money for its variation is committed already. */
    private CheckIn paid(
            SupportCase supportCase, Placement placement, JobPlan plan, LocalDate weekEnding, Form form, String who) {
        BigDecimal amount = form.hours().multiply(plan.hourlyRate()).setScale(2, RoundingMode.HALF_UP);
        HoursReported.Total before = checkIns.reported(placement.id());
        BigDecimal covered = amount.min(plan.cost().subtract(before.paid())).max(BigDecimal.ZERO);
        if (covered.signum() > 0) {
            BigDecimal hours = form.hours()
                    .multiply(covered)
                    .divide(amount, 2, RoundingMode.HALF_UP)
                    .max(new BigDecimal("0.01"));
            covered = covered.subtract(ledger.spend(
                    plan.reference(),
                    plan.fund(),
                    covered,
                    hours,
                    "placement:%d:week:%s".formatted(placement.id(), weekEnding),
                    who,
                    "Hours of the week ending " + weekEnding));
        }
        BigDecimal over =
                before.hours().add(form.hours()).subtract(plan.hours()).max(BigDecimal.ZERO);
        CheckIn week = new CheckIn(
                0,
                plan.reference(),
                placement.id(),
                plan.id(),
                weekEnding,
                form.hours(),
                plan.hourlyRate(),
                amount,
                amount.subtract(covered),
                over,
                form.concerns(),
                form.ragNow(),
                Boolean.TRUE.equals(form.variationNeeded()) ? form.variationReason() : null,
                Boolean.TRUE.equals(form.supportComplete()),
                List.of(),
                clock.instant(),
                who,
                form.progress().stream()
                        .map(entry -> new CheckIn.Progress(entry.objective(), entry.progress()))
                        .toList());
        return reviewReasons.addedTo(week, plan, before.hours().add(form.hours()), supportCase.rag());
    }

    private static String summary(CheckIn week) {
        return "Week ending %s: %s (%s), RAG now %s%s%s"
                .formatted(
                        BritishFormat.date(week.weekEnding()),
                        BritishFormat.hours(week.hours()),
                        BritishFormat.pounds(week.amount()),
                        week.ragNow().label(),
                        week.supportComplete() ? ", support complete" : "",
                        week.reviewNeeded() ? "; to be reviewed" : "");
    }
}
