package org.rovingpm.funding;

import java.math.BigDecimal;

/**
 * What a fund has promised to a case and what the case has used of it, in pounds.
 *
 * @param committed promised and not spent yet
 */
public record CaseMoney(String fundCode, String fundName, BigDecimal committed, BigDecimal spent) {}
