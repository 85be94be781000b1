package org.rovingpm.jobplan;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PlanApproval.Party;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records a practice's answer to a plan, and who at the practice gave it. */
@Component
public class RecordPracticeApproval {

    /**
     * The practice's answer as the coordinator heard it.
     *
     * @param practice which practice; may be null where only one has to answer
     */
    public record Form(
            @PlainText(label = "Which practice answered", max = 10, oneLine = true)
            String practice,

            @NotNull(message = "Choose what the practice answered.") Answer answer,

            @NotNull(message = "Say who at the practice answered: name and role.") @PlainText(label = "Who answered", max = 200)
            String answeredBy,

            @NotNull(message = "Give the date of the answer.") LocalDate answeredOn,

            @PlainText(label = "The comment") String comment) {}

    private final PlanAnswers answers;
    private final JobPlans plans;
    private final Clock clock;

    RecordPracticeApproval(PlanAnswers answers, JobPlans plans, Clock clock) {
        this.answers = answers;
        this.plans = plans;
        this.clock = clock;
    }

    /** @return whether the plan is approved */
    @Transactional
    public boolean record(CaseReference reference, long planId, Form form, String who) {
        OdsCode practice = practiceOf(form, planId);
        JobPlan plan = answers.waiting(reference, planId, Party.PRACTICE, practice);
        new Problems()
                .require(
                        !form.answeredOn().isAfter(LocalDate.now(clock)),
                        "answeredOn",
                        "The date of the answer is in the future: check it.")
                .require(
                        !form.answeredOn().isBefore(LocalDate.ofInstant(plan.preparedAt(), clock.getZone())),
                        "answeredOn",
                        "The answer is older than the plan: ask the practice about this version.")
                .refuseIfAny();
        return answers.record(
                plan,
                Party.PRACTICE,
                practice,
                form.answer(),
                form.answeredBy(),
                form.answeredOn(),
                form.comment(),
                who);
    }

    /** @return the practices that have not approved the plan yet */
    public List<OdsCode> missing(long planId) {
        return answers.missing(plans.get(planId));
    }

    private OdsCode practiceOf(Form form, long planId) {
        List<OdsCode> asked = answers.asked(plans.get(planId));
        if (form.practice() == null && asked.size() == 1) {
            return asked.get(0);
        }
        return OdsCode.of(form.practice())
                .orElseThrow(() -> new Refusal("practice", "Choose which practice answered: each answers for itself."));
    }
}
