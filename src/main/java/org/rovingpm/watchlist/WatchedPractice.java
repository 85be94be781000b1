package org.rovingpm.watchlist;

import java.time.Instant;
import java.time.LocalDate;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;

/**
 * A practice that may need help and has not asked for it.
 *
 * @param version       counts the entries about it
 * @param noticedBy     whoever noticed the sign, in words
 * @param lookAgainOn   null where nobody means to look again on a certain day
 * @param help          what came of the last offer
 * @param lastContactOn null where there has been none
 * @param changedBy     user id
 * @param caseReference the case that it became; null unless it was referred from here
 * @param end           null while it is watched
 */
public record WatchedPractice(
        long id,
        OdsCode practice,
        String practiceName,
        int version,
        WarningSign sign,
        String whatNoticed,
        LocalDate noticedOn,
        String noticedBy,
        LocalDate lookAgainOn,
        HelpOffer help,
        LocalDate lastContactOn,
        Instant changedAt,
        String changedBy,
        CaseReference caseReference,
        End end) {

    /**
     * When and why it is no longer watched.
     *
     * @param by user id
     */
    public record End(Instant at, String by, String reason) {}

    /** Whether somebody meant to look again before today. */
    public boolean isOverdueOn(LocalDate today) {
        return end == null && lookAgainOn != null && lookAgainOn.isBefore(today);
    }
}
