package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.rovingpm.practice.Position;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.help.HelpKind;

/**
 * What the roster says about one PM for a vacancy.
 *
 * @param capacity         half days a week in all
 * @param occupied         half days a week of the period committed to other cases, open offers included
 * @param worked           half days worked for the scheme in the last twelve months
 * @param home             where they live; null if not known
 * @param neededSkills     the kinds of help needed that they can give
 * @param interestDeclared the day they declared an interest in the practice; null if none is in force
 * @param keptOut          whether a service manager keeps them out of the case
 * @param blockedByPm      whether they refuse to work with the practice
 * @param blockedByPractice whether the practice refuses them
 * @param lastAtPractice   the last day of an earlier placement there for another case; null if there was none
 * @param leftCase         the day their earlier placement in this case ended; null if there was none
 * @param earlierAnswer    their last answer to an offer of this case; null if there was none
 * @param answeredOn       when
 */
record PmProfile(
        String userId,
        String name,
        RosterStatus status,
        BigDecimal capacity,
        BigDecimal occupied,
        double worked,
        LocalDate dbsValidUntil,
        LocalDate agreementValidUntil,
        Position home,
        Set<HelpKind> neededSkills,
        LocalDate interestDeclared,
        boolean keptOut,
        boolean blockedByPm,
        boolean blockedByPractice,
        LocalDate lastAtPractice,
        LocalDate leftCase,
        OfferStatus earlierAnswer,
        LocalDate answeredOn) {

    /** @return half days a week still free in the period; none if more is committed than there is */
    BigDecimal free() {
        return capacity.subtract(occupied).max(BigDecimal.ZERO);
    }
}
