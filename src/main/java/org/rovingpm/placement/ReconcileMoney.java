package org.rovingpm.placement;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles the money of a case that closes: a plan that nobody will answer any more is refused, the placement ends, and
 * all that is still promised goes back to its funds.
 */
@Component
public class ReconcileMoney {

    /** The service manager's answers. */
    public record Form(
            @NotNull(message = "Tick that hours and money are right; if they are not, have them put right first.") Boolean confirmed,

            @PlainText(label = "The note") String note) {}

    private final StageCheck stages;
    private final Placements placements;
    private final JobPlans plans;
    private final ReleaseMoney releaseMoney;
    private final EndPlacement endPlacement;
    private final VariationRequests variations;
    private final PlanMoney money;
    private final Timeline timeline;

    ReconcileMoney(
            StageCheck stages,
            Placements placements,
            JobPlans plans,
            ReleaseMoney releaseMoney,
            EndPlacement endPlacement,
            VariationRequests variations,
            PlanMoney money,
            Timeline timeline) {
        this.stages = stages;
        this.placements = placements;
        this.plans = plans;
        this.releaseMoney = releaseMoney;
        this.endPlacement = endPlacement;
        this.variations = variations;
        this.money = money;
        this.timeline = timeline;
    }

    @Transactional
    public void reconcile(CaseReference reference, Form form, String who) {
        stages.at(reference, CaseStage.CLOSING);
        if (!form.confirmed()) {
            throw new Refusal(
                    "confirmed", "Tick that hours and money are right; if they are not, have them put right first.");
        }
        if (placements.active(reference).isPresent()) {
            endPlacement.end(reference, EndReason.SUPPORT_ENDED, null, who);
        }
        plans.submitted(reference).ifPresent(plan -> releaseMoney.release(plan.id(), who));
        variations.settle(reference);
        money.releaseAll(reference, who);
        timeline.add(reference, who, "Hours and money reconciled", null, null, form.note());
    }
}
