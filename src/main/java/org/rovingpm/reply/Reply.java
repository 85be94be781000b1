package org.rovingpm.reply;

import java.time.Instant;
import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/**
 * An e-mail that somebody has written back.
 *
 * @param sender     the address that it says it comes from; anybody can write one
 * @param senderName what they call themselves; empty where they do not
 * @param words      what they wrote; null once it has been set aside
 * @param quoted     what it quotes of earlier mails; null where it quotes nothing
 * @param automatic  whether a program wrote it
 * @param notRead    what of it could not be read, in a sentence; null where all could
 * @param whyWaiting why it was not filed by itself, in a sentence; null where it was
 * @param reference  the case with which it is filed; null where it is not
 * @param writer     user id of the PM who wrote it, “practice”, or null while it is not filed
 * @param filedBy    user id of whoever filed it; null where it was filed by itself
 * @param filedAt    when it was filed; null where it is not
 * @param answeredAt when the office said that no answer is wanted any more; null before
 */
public record Reply(
        long id,
        Instant arrivedAt,
        String sender,
        String senderName,
        String subject,
        String words,
        String quoted,
        boolean automatic,
        String notRead,
        String whyWaiting,
        CaseReference reference,
        String writer,
        String filedBy,
        Instant filedAt,
        Instant answeredAt,
        String answeredBy,
        List<File> files) {

    /** Who writes for a practice, as the timeline names it. */
    public static final String PRACTICE = "practice";

    /**
     * A file that came with it.
     *
     * @param refused why it is no document, in a sentence; null where it is one, or waits to become one
     */
    public record File(String name, String refused) {}

    public Reply {
        files = List.copyOf(files);
    }

    /** Whether somebody waits for an answer to it. */
    public boolean answerWanted() {
        return reference != null && !automatic && answeredAt == null;
    }

    /** @return the name and the address, as far as they are known */
    public String from() {
        if (senderName.isEmpty()) {
            return sender.isEmpty() ? "Nobody" : sender;
        }
        return "%s (%s)".formatted(senderName, sender);
    }
}
