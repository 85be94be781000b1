package org.rovingpm.jobplan;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.placement.EndPlacement;
import org.rovingpm.placement.EndReason;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reconciles the money of a case that closes: the placement ends, a plan that still waits for answers is refused, and all
 * the money that is still committed is released to its funds.
 */
@Component
public class ReconcileMoney {

    /** What the timeline says of it. */
    public static final String RECONCILED = "Hours and money reconciled";

    /** The service manager's answers. */
    public record Form(
            @NotNull(
                    message =
                            "Confirm that the hours and the money are right; if they are not, have them corrected first.")
            Boolean confirmed,

            @PlainText(label = "The note") String note) {}

    private final StageCheck stages;
    private final Placements placements;
    private final EndPlacement endPlacement;
    private final RefuseWaitingPlan refuseWaitingPlan;
    private final PlanMoney money;
    private final Timeline timeline;

    ReconcileMoney(
            StageCheck stages,
            Placements placements,
            EndPlacement endPlacement,
            RefuseWaitingPlan refuseWaitingPlan,
            PlanMoney money,
            Timeline timeline) {
        this.stages = stages;
        this.placements = placements;
        this.endPlacement = endPlacement;
        this.refuseWaitingPlan = refuseWaitingPlan;
        this.money = money;
        this.timeline = timeline;
    }

    @Transactional
    public void reconcile(CaseReference reference, Form form, String who) {
        stages.at(reference, CaseStage.CLOSING);
        if (!form.confirmed()) {
            throw new Refusal(
                    "confirmed",
                    "Confirm that the hours and the money are right; if they are not, have them corrected first.");
        }
        if (placements.active(reference).isPresent()) {
            endPlacement.end(reference, EndReason.SUPPORT_ENDED, null, who);
        }
        refuseWaitingPlan.refuse(reference, who);
        money.releaseAll(reference, who);
        timeline.add(reference, who, RECONCILED, null, null, form.note());
    }
}
