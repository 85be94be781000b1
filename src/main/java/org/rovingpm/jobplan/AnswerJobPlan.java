package org.rovingpm.jobplan;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.jobplan.PlanApproval.Party;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records a practice's own answer to a plan, given on the page that its link opened. The process goes on with the last approval, or
 * with the first refusal.
 */
@Component
class AnswerJobPlan {

    /** The practice's answer as it gave it. */
    record Form(
            @NotNull(message = "Say whether you approve the plan.") Choice answer,

            @PlainText(label = "What should change") String comment,

            @NotNull(message = "Give your name and your role at the practice.") @PlainText(label = "Your name and role", max = 200)
            String answeredBy)
            implements QuestionKind.Answer {}

    /** The answers that a practice may give; after either no, the plan is prepared again. */
    enum Choice {
        APPROVE("We approve the plan", PlanApproval.Answer.APPROVE),
        ASK_FOR_CHANGE("We want something changed first", PlanApproval.Answer.REFUSE),
        REFUSE("We do not want this plan", PlanApproval.Answer.REFUSE);

        private final String label;
        private final PlanApproval.Answer answer;

        Choice(String label, PlanApproval.Answer answer) {
            this.label = label;
            this.answer = answer;
        }

        String label() {
            return label;
        }
    }

    private static final String WHO = "practice";

    private final PlanAnswers answers;
    private final CaseProcesses processes;
    private final Clock clock;

    AnswerJobPlan(PlanAnswers answers, CaseProcesses processes, Clock clock) {
        this.answers = answers;
        this.processes = processes;
        this.clock = clock;
    }

    @Transactional
    void answer(Question question, Form form) {
        CaseReference reference = question.reference();
        JobPlan plan =
                answers.waiting(reference, Long.parseLong(question.subject()), Party.PRACTICE, question.practice());
        boolean approved = answers.record(
                plan,
                Party.PRACTICE,
                question.practice(),
                form.answer().answer,
                form.answeredBy(),
                LocalDate.now(clock),
                form.comment(),
                WHO);
        if (!approved || answers.missing(plan).isEmpty()) {
            processes.tell(
                    reference.value(),
                    JobPlanApprovalProcess.Messages.PRACTICE_ANSWERED_PLAN,
                    Map.of(JobPlanApprovalProcess.Variables.PLAN_APPROVED, approved));
        }
    }
}
