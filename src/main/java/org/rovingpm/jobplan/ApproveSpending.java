package org.rovingpm.jobplan;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PlanApproval.Party;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the budget holder's answer to what a plan costs. Nobody approves the spending of a plan that they prepared. */
@Component
public class ApproveSpending {

    /** The budget holder's answer. */
    public record Form(
            @NotNull(message = "Choose whether you approve the spending.") Answer answer,

            @PlainText(label = "The comment") String comment) {}

    private final PlanAnswers answers;
    private final PersonDirectory people;
    private final Clock clock;

    ApproveSpending(PlanAnswers answers, PersonDirectory people, Clock clock) {
        this.answers = answers;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Refuses the person who prepared the plan.
     *
     * @return whether the spending is approved
     */
    @Transactional
    public boolean answer(CaseReference reference, long planId, Form form, String who) {
        JobPlan plan = answers.waiting(reference, planId, Party.BUDGET_HOLDER, null);
        if (plan.preparedBy().equals(who)) {
            throw new Refusal("You prepared this plan: another budget holder has to approve its spending.");
        }
        return answers.record(
                plan,
                Party.BUDGET_HOLDER,
                null,
                form.answer(),
                people.nameOf(who),
                LocalDate.now(clock),
                form.comment(),
                who);
    }
}
