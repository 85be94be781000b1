package org.rovingpm.notification;

import java.time.Instant;
import java.util.List;

/**
 * A mail that somebody has written to the scheme, as far as it could be read. What it says of itself may be forged.
 *
 * @param id          its Message-ID, or null
 * @param from        the address of its writer in small letters; empty where it has none
 * @param fromName    what the writer calls themselves; empty where they do not
 * @param tokens      what stands behind the plus in addresses of ours that it was sent to
 * @param answers     the messages of ours that it says it answers, the nearest first
 * @param automatic   whether a program wrote it (RFC 3834)
 * @param text        what it says, as plain text
 * @param unread      what of it could not be read, in a sentence; null where all could
 */
public record ReceivedMail(
        String id,
        Instant arrived,
        String from,
        String fromName,
        List<String> tokens,
        List<Answered> answers,
        String subject,
        boolean automatic,
        String text,
        List<Attachment> attachments,
        String unread) {

    /** A message of ours by its Message-ID: its number, and when it was queued, in seconds since 1970. */
    public record Answered(long message, long queuedAt) {}

    /** A file that came with a mail, by the name that it was given there. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Attachment(String name, byte[] content) {}

    public ReceivedMail {
        tokens = List.copyOf(tokens);
        answers = List.copyOf(answers);
        attachments = List.copyOf(attachments);
    }

    /** @return the same without its files and with less of its text, where it could not be stored as it came */
    public ReceivedMail shortened(String why) {
        return new ReceivedMail(id, arrived, from, fromName, tokens, answers, subject, automatic, "", List.of(), why);
    }
}
