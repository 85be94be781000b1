package org.rovingpm.advice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a practice was advised.
 *
 * @param givenBy user id of whoever advised it
 * @param text    in words that the practice reads
 * @param hours   that it took
 * @param pmNeeded whether it was not enough, so that a PM was looked for
 * @param who     user id of whoever recorded it
 */
public record Advice(
        String givenBy,
        LocalDate givenOn,
        AdviceWay way,
        String text,
        BigDecimal hours,
        boolean pmNeeded,
        Instant at,
        String who) {}
