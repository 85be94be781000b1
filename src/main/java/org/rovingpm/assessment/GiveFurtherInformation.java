package org.rovingpm.assessment;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.SupportCaseProcess.Messages;
import org.rovingpm.supportcase.information.RecordFurtherInformation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what the practice itself answers when it was asked for more; its request is then assessed again. */
@Component
class GiveFurtherInformation {

    /** The practice's answer. */
    record Form(
            @NotNull(message = "Write your answer.") @PlainText(label = "Your answer")
            String information,

            @NotNull(message = "Give your name and your role at the practice.") @PlainText(label = "Your name and role", max = 200)
            String answeredBy)
            implements QuestionKind.Answer {}

    private static final String WHO = "practice";

    private final RecordFurtherInformation recordFurtherInformation;
    private final CaseProcesses processes;

    GiveFurtherInformation(RecordFurtherInformation recordFurtherInformation, CaseProcesses processes) {
        this.recordFurtherInformation = recordFurtherInformation;
        this.processes = processes;
    }

    @Transactional
    void give(Question question, Form form) {
        recordFurtherInformation.record(
                question.reference(), new RecordFurtherInformation.Form(form.information(), form.answeredBy()), WHO);
        processes.tell(question.reference().value(), Messages.FURTHER_INFORMATION_GIVEN);
    }
}
