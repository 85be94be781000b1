package org.rovingpm.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.matching.shortlist.OfferStatus;
import org.rovingpm.supportcase.CaseReference;

/**
 * A placement offered to a PM.
 *
 * @param pmName        the PM's name on the roster
 * @param sessions      half days a week
 * @param from          first day of the expected period
 * @param until         first day after it
 * @param expiresAt     when it expires
 * @param choiceReason  why this PM and not the first on the shortlist; null if it was the first
 * @param answerReason  null if none was given
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

    /** The time to answer. Its row in service-levels.dmn has the name of the event that ends it. */
    public static final ServiceLevels.Deadline DEADLINE = new ServiceLevels.Deadline("Offer deadline passed");
}
