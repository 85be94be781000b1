package org.rovingpm.practicepage;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.UUID;
import org.rovingpm.note.TeamNotes;
import org.rovingpm.note.WriteNote;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.web.share.Shares;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A practice asks the office something: a note on its case for the office alone, of which the coordinators are told. */
@Component
public class AskOffice {

    private static final String PRACTICE = "practice";
    private static final String TEMPLATE = "practice-question";
    private static final int A_DAY = 5;

    private final SupportCases cases;
    private final WriteNote writeNote;
    private final QueueMessage queueMessage;
    private final Shares shares;

    AskOffice(SupportCases cases, WriteNote writeNote, QueueMessage queueMessage, Shares shares) {
        this.cases = cases;
        this.writeNote = writeNote;
        this.queueMessage = queueMessage;
        this.shares = shares;
    }

    /** What is asked, and by whom, as they wrote it. */
    public record Form(
            @NotBlank(message = "Write your question.") @PlainText(label = "Your question", max = 700)
            String question,

            @NotBlank(message = "Give your name and your role at the practice.") @PlainText(label = "Your name and role", max = 200, oneLine = true)
            String askedBy) {}

    /** Refuses a sixth question in a day, and any once the case is closed. The same question twice within a minute is one. */
    @Transactional
    public void ask(PageLink link, Form form) {
        cases.get(link.reference()).refuseUnlessOpen();
        if (!shares.take("practice-question:" + link.reference(), A_DAY, Duration.ofDays(1))
                .wasThere()) {
            throw new Refusal("You have asked %d questions today already: please ring us or write to us instead."
                    .formatted(A_DAY));
        }
        boolean written = writeNote.write(
                link.reference(),
                new WriteNote.Form("%s asks: %s".formatted(form.askedBy(), form.question()), false),
                TeamNotes.Reader.OFFICE,
                PRACTICE);
        if (written) {
            queueMessage.queue(
                    TEMPLATE,
                    link.reference(),
                    new QueueMessage.Moment("practiceAsked", UUID.randomUUID().toString()));
        }
    }
}
