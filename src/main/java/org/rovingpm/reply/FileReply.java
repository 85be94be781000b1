package org.rovingpm.reply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.answer.JoinedCases;
import org.rovingpm.document.AddDocument;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.ReceivedMail;
import org.rovingpm.notification.ReceivedMails;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files what a practice or a PM writes back with its case, and lets everything else wait for the office. Nothing is ever answered
 * by itself, so that no two programs can write to each other for ever; what a program wrote starts nothing.
 */
@Component
class FileReply implements ReceivedMails {

    static final int LONGEST_WORDS = 20_000;
    static final int LONGEST_QUOTED = 40_000;

    private static final int LONGEST_SENDER = 320;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_FILE_NAME = 150;
    private static final int LONGEST_REFUSAL = 500;
    /** What is older and no answer to a message of ours stays in the mailbox: nobody has waited for it here. */
    private static final Duration STILL_NEWS = Duration.ofDays(14);

    private final Replies replies;
    private final Correspondents correspondents;
    private final JoinedCases joinedCases;
    private final SupportCases cases;
    private final AddDocument addDocument;
    private final Timeline timeline;
    private final Clock clock;

    FileReply(
            Replies replies,
            Correspondents correspondents,
            JoinedCases joinedCases,
            SupportCases cases,
            AddDocument addDocument,
            Timeline timeline,
            Clock clock) {
        this.replies = replies;
        this.correspondents = correspondents;
        this.joinedCases = joinedCases;
        this.cases = cases;
        this.addDocument = addDocument;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Where a mail belongs.
     *
     * @param reference  the case that it is about; null where that is not known
     * @param writer     who of the case wrote it; null where nobody of it did
     * @param whyWaiting why it cannot be filed by itself; null where it can
     */
    private record Home(CaseReference reference, String writer, String whyWaiting) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(ReceivedMail mail, Optional<Message> answered) {
        if (answered.isEmpty() && (mail.automatic() || isOld(mail))) {
            return;
        }
        Home home = homeOf(mail, answered);
        replies.add(arrived(mail, answered, home)).ifPresent(id -> {
            if (home.whyWaiting() == null) {
                replies.file(id, home.reference(), home.writer(), null);
                note(home, mail.automatic());
                fileFiles(id, mail, home);
            } else {
                replies.mayBeAbout(id, mayBeAbout(mail, answered, home));
                keepFiles(id, mail);
            }
        });
    }

    private boolean isOld(ReceivedMail mail) {
        return mail.arrived().isBefore(clock.instant().minus(STILL_NEWS));
    }

    private Home homeOf(ReceivedMail mail, Optional<Message> answered) {
        if (answered.isEmpty()) {
            return new Home(
                    null,
                    null,
                    mail.tokens().isEmpty() && mail.answers().isEmpty()
                            ? "It answers no message of ours."
                            : "What it says that it answers is no message of ours.");
        }
        if (answered.get().reference() == null) {
            return new Home(null, null, "It answers a message that is about no case.");
        }
        CaseReference reference = joinedCases
                .survivorOf(answered.get().reference())
                .orElse(answered.get().reference());
        Optional<String> writer = correspondents.in(reference, answered.get(), mail.from());
        if (writer.isEmpty()) {
            return new Home(reference, null, "Its sender is neither the contact at a practice of the case nor its PM.");
        }
        return cases.get(reference).stage().open()
                ? new Home(reference, writer.get(), null)
                : new Home(reference, null, "The case is closed.");
    }

    private static Replies.Arrived arrived(ReceivedMail mail, Optional<Message> answered, Home home) {
        Quotation text = Quotation.split(PlainWords.lines(mail.text(), LONGEST_QUOTED));
        return new Replies.Arrived(
                hash(mail),
                mail.arrived(),
                PlainWords.line(mail.from(), LONGEST_SENDER),
                PlainWords.line(mail.fromName(), LONGEST_NAME),
                PlainWords.line(mail.subject(), LONGEST_SUBJECT),
                new Quotation(PlainWords.lines(text.words(), LONGEST_WORDS), text.quoted()),
                mail.automatic(),
                mail.unread(),
                answered.map(Message::id).orElse(null),
                home.whyWaiting());
    }

    /** Whoever has written it may belong to other cases: nobody from whom one of these is hidden reads it before it is filed. */
    private Set<CaseReference> mayBeAbout(ReceivedMail mail, Optional<Message> answered, Home home) {
        Set<CaseReference> found = new LinkedHashSet<>();
        if (home.reference() != null) {
            found.add(home.reference());
        }
        answered.map(Message::reference).ifPresent(found::add);
        if (!mail.from().isEmpty()) {
            found.addAll(correspondents.casesOf(mail.from()));
        }
        return found;
    }

    private void note(Home home, boolean automatic) {
        timeline.add(home.reference(), home.writer(), automatic ? "Automatic answer by e-mail" : "Reply by e-mail");
    }

    private void fileFiles(long id, ReceivedMail mail, Home home) {
        int place = 0;
        for (ReceivedMail.Attachment file : mail.attachments()) {
            place++;
            replies.addFile(id, place, document(home.reference(), file.name(), file.content(), home.writer()), null);
        }
    }

    private Reply.File document(CaseReference reference, String name, byte[] content, String writer) {
        try {
            addDocument.add(reference, name, content, writer);
            return new Reply.File(called(name), null);
        } catch (Refusal refusal) {
            return new Reply.File(called(name), PlainWords.line(refusal.getMessage(), LONGEST_REFUSAL));
        }
    }

    private void keepFiles(long id, ReceivedMail mail) {
        int place = 0;
        for (ReceivedMail.Attachment file : mail.attachments()) {
            place++;
            try {
                String name = addDocument.check(file.name(), file.content());
                replies.addFile(id, place, new Reply.File(name, null), file.content());
            } catch (Refusal refusal) {
                replies.addFile(
                        id,
                        place,
                        new Reply.File(called(file.name()), PlainWords.line(refusal.getMessage(), LONGEST_REFUSAL)),
                        null);
            }
        }
    }

    private static String called(String name) {
        String plain = PlainWords.line(name, LONGEST_FILE_NAME);
        return plain.isEmpty() ? "File" : plain;
    }

    /** By its Message-ID each mail is one, however many copies of it there are. */
    private static byte[] hash(ReceivedMail mail) {
        String known = mail.id() == null || mail.id().isBlank()
                ? String.join("\n", List.of(mail.arrived().toString(), mail.from(), mail.subject(), mail.text()))
                : mail.id().strip();
        try {
            return MessageDigest.getInstance("SHA-256").digest(known.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
