package org.rovingpm.placement;

import java.time.LocalDate;
import org.rovingpm.placement.PlanApproval.Answer;
import org.rovingpm.placement.PlanApproval.Party;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** Takes the answers to a plan that waits for them: each party answers once, and no needs a comment. */
@Component
class PlanAnswers {

    private final StageCheck stages;
    private final JobPlans plans;
    private final Timeline timeline;

    PlanAnswers(StageCheck stages, JobPlans plans, Timeline timeline) {
        this.stages = stages;
        this.plans = plans;
        this.timeline = timeline;
    }

    /** @return the plan of the case that waits for this party's answer; refuses any other */
    JobPlan waiting(CaseReference reference, long planId, Party party) {
        stages.at(reference, CaseStage.PLANNING, CaseStage.SUPPORTED);
        JobPlan plan = plans.get(planId);
        if (!plan.reference().equals(reference)) {
            throw new IllegalStateException("Job plan %d is not of case %s".formatted(planId, reference));
        }
        if (plan.status() != PlanStatus.SUBMITTED
                || plans.approvals(plan).stream()
                        .anyMatch(given -> given.party() == party || given.answer() == Answer.REFUSE)) {
            throw new Refusal(
                    "Version %d of the plan does not wait for this answer any more.".formatted(plan.version()));
        }
        return plan;
    }

    /** @return whether the plan is approved by the party */
    boolean record(
            JobPlan plan,
            Party party,
            Answer answer,
            String onWhoseWord,
            LocalDate answeredOn,
            String comment,
            String who) {
        new Problems()
                .require(
                        answer == Answer.APPROVE || comment != null,
                        "comment",
                        "Say what should change, so that the plan can be prepared again.")
                .refuseIfAny();
        plans.add(plan, party, answer, onWhoseWord, answeredOn, comment, who);
        boolean approved = answer == Answer.APPROVE;
        timeline.add(
                plan.reference(),
                who,
                "Job plan %s: %s".formatted(approved ? "approved" : "refused", party.label()),
                null,
                "Version %d, on the word of %s".formatted(plan.version(), onWhoseWord),
                comment);
        return approved;
    }
}
