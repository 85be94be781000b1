package org.rovingpm.jobplan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/**
 * One version of what a PM is to achieve and what it may cost.
 *
 * @param variation          whether it changes a plan in effect
 * @param reason             why it changes; null for a first plan
 * @param hours              from the first day to the last, those already worked included
 * @param hourlyRate         pounds
 * @param cost               pounds: hours times rate
 * @param newlyCommitted     pounds committed when it was submitted, beyond what was committed to the case already
 */
public record JobPlan(
        long id,
        CaseReference reference,
        long placementId,
        int version,
        PlanStatus status,
        boolean variation,
        String reason,
        BigDecimal sessionsAWeek,
        LocalDate startsOn,
        LocalDate endsOn,
        BigDecimal hours,
        BigDecimal hourlyRate,
        BigDecimal cost,
        String fund,
        BigDecimal newlyCommitted,
        boolean budgetHolderNeeded,
        Instant preparedAt,
        String preparedBy,
        List<Objective> objectives) {

    private static final BigDecimal HOURS_A_SESSION = new BigDecimal("4");

    /** @return the hours of a week as planned: a session is half a day */
    public BigDecimal hoursAWeek() {
        return sessionsAWeek.multiply(HOURS_A_SESSION);
    }
}
