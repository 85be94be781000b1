package org.rovingpm.jobplan;

import org.rovingpm.placement.PlacementEnded;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses the plan of a case that still waits for answers and releases its money: nobody will answer it any more. */
@Component
class RefuseWaitingPlan {

    private final JobPlans plans;
    private final ReleaseMoney releaseMoney;
    private final VariationRequests variations;

    RefuseWaitingPlan(JobPlans plans, ReleaseMoney releaseMoney, VariationRequests variations) {
        this.plans = plans;
        this.releaseMoney = releaseMoney;
        this.variations = variations;
    }

    /** Runs before all other listeners, because the search for another PM begins after the money is released. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(PlacementEnded ended) {
        refuse(ended.reference(), ended.who());
    }

    void refuse(CaseReference reference, String who) {
        plans.submitted(reference).ifPresent(plan -> releaseMoney.release(plan.id(), who));
        variations.close(reference);
    }
}
