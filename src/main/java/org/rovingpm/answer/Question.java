package org.rovingpm.answer;

import java.time.Instant;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;

/**
 * A question put to a practice.
 *
 * @param purpose    what is asked, such as "job-plan": the {@link QuestionKind} that knows it
 * @param subject    the part of the case it is about, such as the number of a plan
 * @param practice   the practice whose link found it, or that it is put to; null where neither is known
 * @param expiresAt  when the link by which it was found stops working
 * @param answeredAt null while nobody has answered
 * @param answeredBy name and role of the person who answered
 */
public record Question(
        long id,
        String purpose,
        CaseReference reference,
        String subject,
        OdsCode practice,
        Instant askedAt,
        Instant expiresAt,
        Instant answeredAt,
        String answeredBy) {

    public boolean isAnswered() {
        return answeredAt != null;
    }

    public boolean isExpired(Instant now) {
        return !isAnswered() && !now.isBefore(expiresAt);
    }
}
