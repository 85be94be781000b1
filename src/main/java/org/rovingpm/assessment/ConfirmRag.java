package org.rovingpm.assessment;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess.Messages;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records whether the practice confirms its rating or questions it. The service manager answers a question. */
@Component
class ConfirmRag {

    /** The practice's answer. */
    record Form(
            @NotNull(message = "Say whether you agree with the rating.") Choice answer,

            @PlainText(label = "What you see differently") String comment,

            @NotNull(message = "Give your name and your role at the practice.") @PlainText(label = "Your name and role", max = 200)
            String answeredBy)
            implements QuestionKind.Answer {}

    /** What a practice may answer. */
    enum Choice {
        AGREE("Yes, we agree with it"),
        QUESTION("No, we see it differently");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private static final String WHO = "practice";

    private final SupportCases cases;
    private final Timeline timeline;
    private final CaseProcesses processes;

    ConfirmRag(SupportCases cases, Timeline timeline, CaseProcesses processes) {
        this.cases = cases;
        this.timeline = timeline;
        this.processes = processes;
    }

    @Transactional
    void confirm(Question question, RagRating rating, Form form) {
        CaseReference reference = question.reference();
        boolean agreed = form.answer() == Choice.AGREE;
        new Problems()
                .require(agreed || form.comment() != null, "comment", "Say what you see differently.")
                .refuseIfAny();
        cases.get(reference).refuseUnlessRunning();
        timeline.add(
                reference,
                WHO,
                agreed ? "RAG rating confirmed" : "RAG rating questioned",
                null,
                "%s, by %s".formatted(rating.rag().label(), form.answeredBy()),
                form.comment());
        if (!agreed) {
            processes.tell(reference.value(), Messages.RAG_QUESTIONED);
        }
    }
}
