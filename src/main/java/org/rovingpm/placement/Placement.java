package org.rovingpm.placement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;

/**
 * A PM at a practice.
 *
 * @param pm            user id
 * @param endedOn       null while it lasts
 * @param sessionsAWeek half days a week that the PM gives to it
 */
public record Placement(
        long id,
        CaseReference reference,
        String pm,
        LocalDate startedOn,
        LocalDate endedOn,
        EndReason endReason,
        BigDecimal sessionsAWeek,
        LocalDate expectedEndOn) {

    public boolean active() {
        return endedOn == null;
    }

    /** @param who user id; refused unless it is the PM's */
    public void refuseOthersThanPm(String who) {
        if (!pm.equals(who)) {
            throw new Refusal("Only the PM of case %s can do this.".formatted(reference));
        }
    }
}
