package org.rovingpm.reply;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.rovingpm.document.AddDocument;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office files a reply that waits, sets it aside, or says that one is answered. */
@Component
public class DecideReply {

    /** With which case. */
    public record Filing(
            @NotNull(message = "Choose the case.") @PlainText(label = "The case", max = 20, oneLine = true)
            String caseReference) {}

    /** Why a reply belongs to no case. */
    public record SettingAside(
            @NotNull(message = "Say why it belongs to no case.") @PlainText(label = "Why it belongs to no case", max = 500)
            String why) {}

    private static final String DONE = "Somebody else has filed this reply, or set it aside, in the meantime.";

    private final Replies replies;
    private final SupportCases cases;
    private final HiddenCases hiddenCases;
    private final AddDocument addDocument;
    private final Timeline timeline;

    DecideReply(
            Replies replies, SupportCases cases, HiddenCases hiddenCases, AddDocument addDocument, Timeline timeline) {
        this.replies = replies;
        this.cases = cases;
        this.hiddenCases = hiddenCases;
        this.addDocument = addDocument;
        this.timeline = timeline;
    }

    /**
     * Files it as a reply of the practice, with its files as documents. A file that the case does not take is left out, and the reply
     * says why. Refuses a case that is closed, unknown or hidden from whoever files it.
     */
    @Transactional
    public void file(Reply reply, Filing filing, String who) {
        Optional<CaseReference> reference = CaseReference.read(filing.caseReference())
                .filter(one -> cases.find(one).isPresent())
                .filter(one -> !hiddenCases.hides(one, who));
        if (reference.isEmpty()) {
            throw new Refusal("caseReference", "Choose the case from the list.");
        }
        cases.get(reference.get()).refuseUnlessOpen();
        if (!replies.file(reply.id(), reference.get(), Reply.PRACTICE, who)) {
            throw new Refusal(DONE);
        }
        timeline.add(
                reference.get(), Reply.PRACTICE, reply.automatic() ? "Automatic answer by e-mail" : "Reply by e-mail");
        for (Replies.Kept file : replies.filesOf(reply.id())) {
            try {
                addDocument.add(reference.get(), file.name(), file.content(), who);
            } catch (Refusal refusal) {
                replies.refuseFile(reply.id(), file.place(), refusal.getMessage());
            }
        }
        replies.forgetFiles(reply.id());
    }

    /** Deletes its text and its files. That it came, from whom and why it was set aside stays on record. */
    @Transactional
    public void setAside(Reply reply, SettingAside reason, String who) {
        if (!replies.setAside(reply.id(), reason.why(), who)) {
            throw new Refusal(DONE);
        }
        replies.forgetFiles(reply.id());
    }

    /** Says that no answer is wanted any more. Does nothing where somebody has said so already. */
    @Transactional
    public void answered(Reply reply, String who) {
        if (replies.answered(reply.id(), who)) {
            timeline.add(reply.reference(), who, "Reply answered");
        }
    }
}
