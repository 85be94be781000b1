package org.rovingpm.survey;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseClosureProcess.Messages;
import org.rovingpm.survey.RecordFeedback.Given;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the feedback that a practice gives itself at the end of its case. The process goes on with that of the last. */
@Component
class GiveFeedback {

    /** How far the practice agrees with the scheme's three statements, and any comments. */
    record Form(
            @NotNull(message = "Say how far you agree that you would recommend the scheme.") Agreement wouldRecommend,

            @NotNull(message = "Say how far you agree that the length of time was useful.") Agreement lengthUseful,

            @NotNull(message = "Say how far you agree that practical improvements followed.") Agreement improvements,

            @DecimalMin(value = "0", message = "Hours saved a week are 0 or more.") @DecimalMax(value = "200", message = "Hours saved a week are 200 or fewer: check the number.") @Digits(integer = 3, fraction = 1, message = "Give hours saved a week to a tenth, such as 7.5.") BigDecimal hoursSaved,

            @PlainText(label = "What has changed") String whatChanged,
            Boolean mayQuote,
            @PlainText(label = "Anything else") String comments,

            @NotNull(message = "Give your name and your role at the practice.") @PlainText(label = "Your name and role", max = 200)
            String answeredBy)
            implements QuestionKind.Answer {}

    private static final String WHO = "practice";

    private final RecordFeedback recordFeedback;
    private final CaseProcesses processes;

    GiveFeedback(RecordFeedback recordFeedback, CaseProcesses processes) {
        this.recordFeedback = recordFeedback;
        this.processes = processes;
    }

    @Transactional
    void give(Question question, Form form) {
        boolean othersToAnswer = recordFeedback.record(
                question.reference(),
                new RecordFeedback.Form(
                        question.practice().value(),
                        Given.YES,
                        form.wouldRecommend(),
                        form.lengthUseful(),
                        form.improvements(),
                        form.hoursSaved(),
                        form.whatChanged(),
                        form.mayQuote(),
                        form.comments(),
                        form.answeredBy(),
                        null),
                WHO);
        if (!othersToAnswer) {
            processes.tell(question.reference().value(), Messages.FEEDBACK_GIVEN);
        }
    }
}
