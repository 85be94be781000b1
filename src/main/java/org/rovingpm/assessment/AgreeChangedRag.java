package org.rovingpm.assessment;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agrees the rating again after the PM's first visit called it into question. */
@Component
public class AgreeChangedRag {

    /** The rating as the service manager and the practice agree it. */
    public record Form(
            @NotNull(message = "Choose a RAG rating.") Rag rag,

            @NotNull(message = "Say why it is this rating.") @PlainText(label = "Why")
            String reason,

            @NotNull(message = "Say who at the practice agreed the rating.") @PlainText(label = "Who at the practice agreed the rating", max = 200)
            String agreedWith) {}

    private final AgreeRag agreeRag;

    AgreeChangedRag(AgreeRag agreeRag) {
        this.agreeRag = agreeRag;
    }

    @Transactional
    public void agree(CaseReference reference, Form form, String who) {
        agreeRag.agree(reference, form.rag(), form.reason(), form.agreedWith(), who);
    }
}
