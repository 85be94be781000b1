package org.rovingpm.jobplan;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PlanApproval.Party;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the practice's answer to a plan, and who at the practice gave it. */
@Component
public class RecordPracticeApproval {

    /** The practice's answer as the coordinator heard it. */
    public record Form(
            @NotNull(message = "Choose what the practice answered.") Answer answer,

            @NotNull(message = "Say who at the practice answered: name and role.") @PlainText(label = "Who answered", max = 200)
            String answeredBy,

            @NotNull(message = "Give the date of the answer.") LocalDate answeredOn,

            @PlainText(label = "The comment") String comment) {}

    private final PlanAnswers answers;
    private final Clock clock;

    RecordPracticeApproval(PlanAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** @return whether the plan is approved */
    @Transactional
    public boolean record(CaseReference reference, long planId, Form form, String who) {
        JobPlan plan = answers.waiting(reference, planId, Party.PRACTICE);
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
                plan, Party.PRACTICE, form.answer(), form.answeredBy(), form.answeredOn(), form.comment(), who);
    }
}
