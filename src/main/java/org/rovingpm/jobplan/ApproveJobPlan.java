package org.rovingpm.jobplan;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.jobplan.PlanApproval.Answer;
import org.rovingpm.jobplan.PlanApproval.Party;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the PM's answer to a plan; only the PM at the practice may give it. */
@Component
public class ApproveJobPlan {

    /** The PM's answer. */
    public record Form(
            @NotNull(message = "Choose whether you approve the plan.") Answer answer,

            @PlainText(label = "The comment") String comment) {}

    private final Placements placements;
    private final PlanAnswers answers;
    private final PersonDirectory people;
    private final Clock clock;

    ApproveJobPlan(Placements placements, PlanAnswers answers, PersonDirectory people, Clock clock) {
        this.placements = placements;
        this.answers = answers;
        this.people = people;
        this.clock = clock;
    }

    /** @return whether the plan is approved */
    @Transactional
    public boolean answer(CaseReference reference, long planId, Form form, String who) {
        JobPlan plan = answers.waiting(reference, planId, Party.PM, null);
        placements.get(reference).refuseOthersThanPm(who);
        return answers.record(
                plan, Party.PM, null, form.answer(), people.nameOf(who), LocalDate.now(clock), form.comment(), who);
    }
}
