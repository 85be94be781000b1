package org.rovingpm.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.rovingpm.practice.Postcode;
import org.rovingpm.supportcase.help.HelpKind;

/**
 * A PM of the roster.
 *
 * @param userId              the name they sign in with
 * @param sessionsAWeek       half days a week they can give; more than 0, at most 10
 * @param dbsValidUntil       last day on which their DBS check is valid
 * @param agreementValidUntil last day of their associate agreement
 */
public record RovingPm(
        String userId,
        String name,
        String email,
        RosterStatus status,
        Postcode home,
        BigDecimal sessionsAWeek,
        Set<HelpKind> skills,
        LocalDate dbsValidUntil,
        LocalDate agreementValidUntil,
        LocalDate joinedOn) {

    public RovingPm {
        skills = Set.copyOf(skills);
    }
}
