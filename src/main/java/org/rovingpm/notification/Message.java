package org.rovingpm.notification;

import java.time.Instant;
import org.rovingpm.supportcase.CaseReference;

/**
 * A message as it was queued.
 *
 * @param key      unique key: moment, subject and recipient
 * @param template  the name of its template
 * @param reference null if it is about no case
 * @param recipient what the recipient is in the case, such as "pm"
 * @param person   user id, or another key that the recipient source knows; null for a practice
 * @param body     with {@value #LINK} in place of the link to its question
 * @param question number of the question it asks, or null
 * @param why      the latest outcome in words, or null
 */
public record Message(
        long id,
        String key,
        String template,
        CaseReference reference,
        String recipient,
        String person,
        String name,
        String subject,
        String body,
        Long question,
        Instant queuedAt,
        MessageStatus status,
        Instant statusAt,
        String why) {

    /** Placeholder in the body for the link to the question. */
    public static final String LINK = "[link]";
}
