package org.rovingpm.assessment;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers a practice that questions its rating: the rating stays, or another is agreed. */
@Component
public class AnswerRagQuestion {

    static final String ANSWERED = "Question about the RAG rating answered";

    /** What happens to the rating. */
    public enum Outcome {
        KEEP,
        CHANGE
    }

    /** The service manager's answers. */
    public record Form(
            @NotNull(message = "Choose whether the rating stays.") Outcome outcome,

            Rag rag,

            @PlainText(label = "Who at the practice agreed the rating", max = 200)
            String agreedWith,

            @NotNull(message = "Write your answer to the practice.") @PlainText(label = "Your answer")
            String note) {}

    private final SupportCases cases;
    private final AgreeRag agreeRag;
    private final Timeline timeline;

    AnswerRagQuestion(SupportCases cases, AgreeRag agreeRag, Timeline timeline) {
        this.cases = cases;
        this.agreeRag = agreeRag;
        this.timeline = timeline;
    }

    @Transactional
    public void answer(CaseReference reference, Form form, String who) {
        SupportCase supportCase = cases.get(reference);
        supportCase.refuseUnlessRunning();
        boolean changed = form.outcome() == Outcome.CHANGE;
        new Problems()
                .require(!changed || form.rag() != null, "rag", "Choose the new RAG rating.")
                .require(
                        !changed || form.rag() != supportCase.rag(),
                        "rag",
                        "The case has this rating already: choose another, or keep it.")
                .require(
                        !changed || form.agreedWith() != null,
                        "agreedWith",
                        "Say who at the practice agreed the rating.")
                .refuseIfAny();
        if (changed) {
            agreeRag.agree(reference, form.rag(), form.note(), form.agreedWith(), who);
        }
        timeline.add(reference, who, ANSWERED, null, changed ? "Rating changed" : "Rating kept", form.note());
    }
}
