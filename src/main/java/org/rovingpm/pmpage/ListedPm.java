package org.rovingpm.pmpage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.roster.RosterStatus;

/**
 * A PM in a line.
 *
 * @param placed     sessions a week that their placements take now, those of cases that the reader does not see included
 * @param offered    sessions a week that they can give in all
 * @param practices  names of the practices that they support now, as far as the reader sees their cases; at most {@value #MOST_PRACTICES}
 * @param supported  how many these are in all
 * @param nextFree   Monday of the first week in which a session is free, open offers counted as taken; null where that is not known
 *                   or where they take on no work
 * @param lastReport when they last reported a week of a practice that they support now; null where they have not yet
 */
public record ListedPm(
        String userId,
        String name,
        RosterStatus status,
        BigDecimal placed,
        BigDecimal offered,
        List<String> practices,
        int supported,
        LocalDate nextFree,
        Instant lastReport,
        LocalDate dbsValidUntil,
        LocalDate agreementValidUntil) {

    /** How many practices a line names. */
    public static final int MOST_PRACTICES = 4;

    public ListedPm {
        practices = List.copyOf(practices);
    }

    /** How many practices are not named. */
    public int unnamed() {
        return supported - practices.size();
    }

    /** Whether their placements take more than they can give. */
    public boolean overloaded() {
        return placed.compareTo(offered) > 0;
    }
}
