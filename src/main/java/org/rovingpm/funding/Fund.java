package org.rovingpm.funding;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money from which support is paid, in pounds.
 *
 * @param closesOn  last day on which it may be promised; null where it stays open
 * @param allocated put into it
 * @param committed promised to cases and not spent yet
 * @param spent     used
 */
public record Fund(
        String code,
        String name,
        LocalDate opensOn,
        LocalDate closesOn,
        BigDecimal allocated,
        BigDecimal committed,
        BigDecimal spent) {

    /** @return pounds that can still be promised */
    public BigDecimal free() {
        return allocated.subtract(committed).subtract(spent);
    }

    public boolean openOn(LocalDate day) {
        return !day.isBefore(opensOn) && (closesOn == null || !day.isAfter(closesOn));
    }
}
