package org.rovingpm.notification;

import java.time.Instant;
import org.rovingpm.supportcase.CaseReference;

/**
 * A message as it was queued.
 *
 * @param key      moment, what it is about and recipient: no two messages have the same
 * @param template  the name of its template
 * @param reference null where it is about no case
 * @param role     what the recipient is in the case, such as "pm"
 * @param person   user id, or what else its role knows them by; null for a practice
 * @param body     with {@value #LINK} where the link to its question goes
 * @param question number of the question it asks, or null
 * @param why      what came of it last, or null
 */
public record Message(
        long id,
        String key,
        String template,
        CaseReference reference,
        String role,
        String person,
        String name,
        String subject,
        String body,
        Long question,
        Instant queuedAt,
        MessageStatus status,
        Instant statusAt,
        String why) {

    /** Stands in the body for a link to the question. */
    public static final String LINK = "[link]";
}
