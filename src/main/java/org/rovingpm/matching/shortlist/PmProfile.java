package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.rovingpm.practice.Position;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.HelpKind;

/**
 * What a search asks about one PM.
 *
 * @param capacity         half days a week in all
 * @param taken            half days a week of the period promised to other cases, offers without an answer included
 * @param worked           half days worked for the scheme in the last twelve months
 * @param home             where they live; null where not known
 * @param neededSkills     those of the needed kinds of help that they can give
 * @param interestDeclared the day they declared an interest in the practice; null where none is in force
 * @param blockedByPm      whether they do not want to work with the practice
 * @param blockedByPractice whether the practice does not want them
 * @param lastAtPractice   the last day they were placed there for another case; null where never
 * @param leftCase         the day an earlier placement of theirs in this very case ended; null where none did
 * @param earlierAnswer    what they last answered to an offer of this case; null where there was none
 * @param answeredOn       when
 */
record PmProfile(
        String userId,
        String name,
        RosterStatus status,
        BigDecimal capacity,
        BigDecimal taken,
        double worked,
        LocalDate dbsValidUntil,
        LocalDate agreementValidUntil,
        Position home,
        Set<HelpKind> neededSkills,
        LocalDate interestDeclared,
        boolean blockedByPm,
        boolean blockedByPractice,
        LocalDate lastAtPractice,
        LocalDate leftCase,
        OfferStatus earlierAnswer,
        LocalDate answeredOn) {

    /** @return half days a week still free in the period; none where more is promised than there is */
    BigDecimal free() {
        return capacity.subtract(taken).max(BigDecimal.ZERO);
    }
}
