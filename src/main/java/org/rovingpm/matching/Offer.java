package org.rovingpm.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.matching.shortlist.Candidate;
import org.rovingpm.matching.shortlist.OfferStatus;
import org.rovingpm.supportcase.CaseReference;

/**
 * A placement offered to a PM.
 *
 * @param pmName        the PM's name on the roster
 * @param sessions      half days a week
 * @param from          first day of the expected period
 * @param until         first day after it
 * @param expiresAt     when silence withdraws it
 * @param choiceReason  why this PM and not the first of the shortlist; null where it was the first
 * @param answerReason  null where none was given
 */
public record Offer(
        long id,
        CaseReference reference,
        String pm,
        String pmName,
        BigDecimal sessions,
        LocalDate from,
        LocalDate until,
        Instant madeAt,
        String madeBy,
        Instant expiresAt,
        String choiceReason,
        OfferStatus status,
        Instant answeredAt,
        String answerReason) {

    /** The time to answer, which service-levels.dmn gives by the name of the event that ends it. */
    public static final ServiceLevels.Deadline DEADLINE = new ServiceLevels.Deadline("Offer deadline passed");

    /** The PM as the timeline names them. */
    String person() {
        return Candidate.person(pmName, pm);
    }
}
