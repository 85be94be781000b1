package org.rovingpm.funding;

import java.math.BigDecimal;

/**
 * What a fund has committed to a case and what the case has spent of it, in pounds.
 *
 * @param committed committed and not spent yet
 */
public record CaseMoney(String fundCode, String fundName, BigDecimal committed, BigDecimal spent) {}
