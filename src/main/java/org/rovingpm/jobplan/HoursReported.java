package org.rovingpm.jobplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The hours that PMs have reported and the pounds paid for them. The module of check-ins implements it. */
public interface HoursReported {

    /** The hours of a placement in all, and the pounds paid for them. */
    record Total(BigDecimal hours, BigDecimal paid) {}

    /**
     * A week that no plan has covered wholly.
     *
     * @param hourlyRate pounds
     * @param unfunded   pounds not covered so far
     */
    record UnfundedWeek(long checkIn, LocalDate weekEnding, BigDecimal hourlyRate, BigDecimal unfunded) {}

    /** @return what has been reported for the placement in all */
    Total reported(long placement);

    /** @return the weeks of the placement that no plan has covered wholly, oldest first */
    List<UnfundedWeek> unfunded(long placement);

    /** Records that this amount of the week, in pounds, is now covered. */
    void recordPaid(UnfundedWeek week, BigDecimal amount);
}
