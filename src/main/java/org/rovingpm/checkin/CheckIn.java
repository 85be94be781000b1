package org.rovingpm.checkin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;

/**
 * A week as the PM reported it.
 *
 * @param hourlyRate      pounds, of the plan then in effect
 * @param amount          pounds that the hours cost
 * @param unfunded        pounds of it that no plan has covered so far
 * @param overPlanHours   hours reported in all, this week included, beyond those of the plan
 * @param concerns        null if there are none
 * @param variationReason what needs to change in the plan; null if nothing does
 * @param supportComplete whether the PM says that nothing remains to be done
 * @param reviewReasons   why the service manager has to review it; empty if they need not
 */
public record CheckIn(
        long id,
        CaseReference reference,
        long placementId,
        long planId,
        LocalDate weekEnding,
        BigDecimal hours,
        BigDecimal hourlyRate,
        BigDecimal amount,
        BigDecimal unfunded,
        BigDecimal overPlanHours,
        String concerns,
        Rag ragNow,
        String variationReason,
        boolean supportComplete,
        List<String> reviewReasons,
        Instant reportedAt,
        String reportedBy,
        List<Progress> progress) {

    /** What was done towards an objective. */
    public record Progress(String objective, String progress) {}

    public boolean reviewNeeded() {
        return !reviewReasons.isEmpty();
    }
}
