package org.rovingpm.jobplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PlanApproval.Party;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.StageCheck;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.practices.PracticesFixed;
import org.springframework.stereotype.Component;

/**
 * Records the answers to a plan that waits for them: the PM, each practice of the case and the budget holder answer once, and a refusal
 * needs a comment. Answers to one plan wait for one another, so that the last of them knows that it is the last. While a plan waits,
 * the case has the practices that it has.
 */
@Component
class PlanAnswers implements PracticesFixed {

    private final SupportCases cases;
    private final StageCheck stages;
    private final JobPlans plans;
    private final Practices practices;
    private final Timeline timeline;

    PlanAnswers(SupportCases cases, StageCheck stages, JobPlans plans, Practices practices, Timeline timeline) {
        this.cases = cases;
        this.stages = stages;
        this.practices = practices;
        this.plans = plans;
        this.timeline = timeline;
    }

    /**
     * Locks the case until the transaction ends.
     *
     * @param practice the practice that answers; null for another party
     * @return the plan of the case that waits for this answer; refuses any other
     */
    JobPlan waiting(CaseReference reference, long planId, Party party, OdsCode practice) {
        SupportCase supportCase = stages.lockedAt(reference, CaseStage.PLANNING, CaseStage.SUPPORTED);
        JobPlan plan = plans.get(planId);
        if (!plan.reference().equals(reference)) {
            throw new IllegalStateException("Job plan %d is not of case %s".formatted(planId, reference));
        }
        if (practice != null && !supportCase.practices().contains(practice)) {
            throw new Refusal("practice", "This practice is not one of case %s.".formatted(reference));
        }
        if (plan.status() != PlanStatus.SUBMITTED
                || plans.approvals(plan).stream()
                        .anyMatch(approval -> approval.answer() == Answer.REFUSE
                                || approval.party() == party && Objects.equals(approval.practice(), practice))) {
            throw new Refusal("Version %d of the plan is no longer waiting for this answer.".formatted(plan.version()));
        }
        return plan;
    }

    /** @return the practices of the case that have not approved the plan yet, the leading one first */
    List<OdsCode> missing(JobPlan plan) {
        Set<OdsCode> approved = plans.approvals(plan).stream()
                .filter(approval -> approval.party() == Party.PRACTICE && approval.answer() == Answer.APPROVE)
                .map(PlanApproval::practice)
                .collect(Collectors.toSet());
        return cases.get(plan.reference()).practices().stream()
                .filter(practice -> !approved.contains(practice))
                .toList();
    }

    /** @return the practices of the case that have not approved the plan yet; all of them where each has */
    List<OdsCode> asked(JobPlan plan) {
        List<OdsCode> missing = missing(plan);
        return missing.isEmpty() ? cases.get(plan.reference()).practices() : missing;
    }

    /** @return whether the plan is approved by the party */
    boolean record(
            JobPlan plan,
            Party party,
            OdsCode practice,
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
        plans.add(plan, party, practice, answer, answeredBy, answeredOn, comment, who);
        boolean approved = answer == Answer.APPROVE;
        timeline.add(
                plan.reference(),
                who,
                "Job plan %s: %s".formatted(approved ? "approved" : "refused", party.label()),
                null,
                "Version %d, answered by %s%s"
                        .formatted(plan.version(), answeredBy, practice == null ? "" : among(plan, practice)),
                comment);
        return approved;
    }

    /** Where a case has several practices, it is said which of them answered. */
    private String among(JobPlan plan, OdsCode practice) {
        return cases.get(plan.reference()).practices().size() == 1 ? "" : " for " + practices.nameOf(practice);
    }

    @Override
    public Optional<String> why(CaseReference reference) {
        return plans.submitted(reference)
                .map(plan ->
                        ("Version %d of the job plan of case %s waits for answers: no practice can join or leave the case until"
                                        + " it is in effect or prepared again.")
                                .formatted(plan.version(), reference));
    }
}
