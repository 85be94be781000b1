package org.rovingpm.hiddencase;

import java.time.Instant;
import java.time.LocalDate;
import org.rovingpm.practice.OdsCode;

/**
 * An interest of somebody on the staff in a practice, as it was declared.
 *
 * @param person       user id of whose it is
 * @param practiceName as the register has it
 * @param kind         null where it was declared in answer to an offer
 * @param since        since when they have had it
 * @param until        the last day on which it holds; null where no end is known
 * @param declaredBy   user id of whoever declared it
 * @param confirmedOn  when somebody last said that it is still so
 * @param endedOn      the first day on which it no longer holds; null while it does
 * @param endedBy      user id of whoever ended it; null while it lasts
 * @param endReason    why; null while it lasts
 */
public record DeclaredInterest(
        long id,
        String person,
        OdsCode practice,
        String practiceName,
        InterestKind kind,
        String reason,
        LocalDate since,
        LocalDate until,
        Instant declaredAt,
        String declaredBy,
        LocalDate confirmedOn,
        LocalDate endedOn,
        String endedBy,
        String endReason) {

    /** Whether it hides cases on this day. */
    public boolean holdsOn(LocalDate day) {
        return endedOn == null && (until == null || !until.isBefore(day));
    }

    /** Whether nobody has said for a year that it is still so. */
    public boolean isToConfirmOn(LocalDate day) {
        return holdsOn(day) && !confirmedOn.isAfter(day.minusYears(1));
    }
}
