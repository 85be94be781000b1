package org.rovingpm.funding;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money from which support is paid, in pounds.
 *
 * @param closesOn  last day on which it may be committed; null if it stays open
 * @param allocated put into it
 * @param committed committed to cases and not spent yet
 * @param spent     paid out for support
 */
public record Fund(
        String code,
        String name,
        LocalDate opensOn,
        LocalDate closesOn,
        BigDecimal allocated,
        BigDecimal committed,
        BigDecimal spent) {

    /** @return pounds that can still be committed */
    public BigDecimal available() {
        return allocated.subtract(committed).subtract(spent);
    }

    public boolean openOn(LocalDate day) {
        return !day.isBefore(opensOn) && (closesOn == null || !day.isAfter(closesOn));
    }
}
