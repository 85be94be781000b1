package org.rovingpm.jobplan;

import org.rovingpm.format.BritishFormat;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Marks a plan as refused and releases the money committed for it. Doing so again changes nothing. */
@Component
public class ReleaseMoney {

    private final JobPlans plans;
    private final PlanMoney money;
    private final Timeline timeline;

    ReleaseMoney(JobPlans plans, PlanMoney money, Timeline timeline) {
        this.plans = plans;
        this.money = money;
        this.timeline = timeline;
    }

    @Transactional
    public void release(long planId, String who) {
        JobPlan plan = plans.get(planId);
        if (plan.status() == PlanStatus.REFUSED) {
            return;
        }
        plans.changeStatus(plan, PlanStatus.REFUSED);
        money.release(plan, who);
        timeline.add(
                plan.reference(),
                who,
                "Money for version %d of the plan released".formatted(plan.version()),
                null,
                BritishFormat.pounds(plan.newlyCommitted()),
                null);
    }
}
