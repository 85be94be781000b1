package org.rovingpm.jobplan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PlanApproval.Party;
import org.rovingpm.placement.Placements;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Activates a plan that everybody has approved: the version before is superseded, and the money and the placement are
 * adjusted to the plan. Activating it again changes nothing.
 */
@Component
public class ActivatePlan {

    private final SupportCases cases;
    private final Placements placements;
    private final JobPlans plans;
    private final PlanMoney money;
    private final VariationRequests variations;
    private final Timeline timeline;
    private final Clock clock;

    ActivatePlan(
            SupportCases cases,
            Placements placements,
            JobPlans plans,
            PlanMoney money,
            VariationRequests variations,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.placements = placements;
        this.plans = plans;
        this.money = money;
        this.variations = variations;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public void activate(long planId, String who) {
        JobPlan plan = plans.get(planId);
        if (plan.status() == PlanStatus.IN_EFFECT) {
            return;
        }
        failUnlessApproved(plan);
        Optional<JobPlan> before = plans.inEffect(plan.reference());
        before.ifPresent(superseded -> plans.changeStatus(superseded, PlanStatus.SUPERSEDED));
        plans.changeStatus(plan, PlanStatus.IN_EFFECT);
        timeline.add(
                plan.reference(),
                who,
                plan.variation() ? "Variation in effect" : "Job plan in effect",
                before.map(PrepareJobPlan::summary).orElse(null),
                PrepareJobPlan.summary(plan),
                plan.reason());
        money.adjustTo(plan, who);
        placements.adjust(plan.placementId(), plan.sessionsAWeek(), plan.endsOn());
        variations.close(plan.reference());
        if (!plan.variation()) {
            SupportCase supportCase = cases.get(plan.reference());
            supportCase.apply(CaseEvent.PLAN_AGREED, clock.instant());
            cases.save(supportCase);
        }
    }

    /**
     * Activates a plan that everybody had approved before the case was imported. Each approval is recorded as such.
     *
     * @param who user id of the person who imports the case, and says so
     */
    @Transactional
    public void activateAgreedBefore(long planId, String who) {
        JobPlan plan = plans.get(planId);
        for (Party party : needed(plan)) {
            for (OdsCode practice : party == Party.PRACTICE ? practicesOf(plan) : nobody()) {
                plans.add(
                        plan,
                        party,
                        practice,
                        Answer.APPROVE,
                        "Agreed before the import",
                        LocalDate.now(clock),
                        null,
                        who);
            }
        }
        activate(planId, who);
    }

    private static Set<Party> needed(JobPlan plan) {
        return plan.budgetHolderNeeded() ? EnumSet.allOf(Party.class) : EnumSet.of(Party.PM, Party.PRACTICE);
    }

    private List<OdsCode> practicesOf(JobPlan plan) {
        return cases.get(plan.reference()).practices();
    }

    /** Of the other parties no practice is named. */
    private static List<OdsCode> nobody() {
        return Collections.singletonList(null);
    }

    /** No path through a model may activate a plan that somebody has not approved: each practice of the case among them. */
    private void failUnlessApproved(JobPlan plan) {
        Set<Party> needed = needed(plan);
        List<PlanApproval> approvals = plans.approvals(plan).stream()
                .filter(approval -> approval.answer() == Answer.APPROVE)
                .toList();
        Set<Party> approved = approvals.stream().map(PlanApproval::party).collect(Collectors.toSet());
        boolean byEachPractice = approvals.stream()
                .map(PlanApproval::practice)
                .collect(Collectors.toSet())
                .containsAll(practicesOf(plan));
        if (plan.status() != PlanStatus.SUBMITTED || !approved.containsAll(needed) || !byEachPractice) {
            throw new IllegalStateException("Job plan %d is %s and approved by %s: it needs %s"
                    .formatted(plan.id(), plan.status(), approved, needed));
        }
    }
}
