package org.rovingpm.jobplan;

import java.time.LocalDate;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PlanApproval.Party;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** Records the answers to a plan that waits for them: each party answers once, and a refusal needs a comment. */
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
                        .anyMatch(approval -> approval.party() == party || approval.answer() == Answer.REFUSE)) {
            throw new Refusal("Version %d of the plan is no longer waiting for this answer.".formatted(plan.version()));
        }
        return plan;
    }

    /** @return whether the plan is approved by the party */
    boolean record(
            JobPlan plan,
            Party party,
            Answer answer,
            String answeredBy,
            LocalDate answeredOn,
            String comment,
            String who) {
        new Problems()
                .require(
                        answer == Answer.APPROVE || comment != null,
                        "comment",
                        "Say what should change, so that the plan can be prepared again.")
                .refuseIfAny();
        plans.add(plan, party, answer, answeredBy, answeredOn, comment, who);
        boolean approved = answer == Answer.APPROVE;
        timeline.add(
                plan.reference(),
                who,
                "Job plan %s: %s".formatted(approved ? "approved" : "refused", party.label()),
                null,
                "Version %d, answered by %s".formatted(plan.version(), answeredBy),
                comment);
        return approved;
    }
}
