package org.rovingpm.survey;

import java.math.BigDecimal;
import java.time.Instant;
import org.rovingpm.practice.OdsCode;

/**
 * What a practice said about its support, or why it said nothing.
 *
 * @param wouldRecommend null, as the answers after it, where there is no feedback
 * @param hoursSaved     a week, as the practice estimates; may be null
 * @param noReason       why there is no feedback; null where there is
 * @param who            user id of who recorded it, or “practice”
 */
public record Feedback(
        OdsCode practice,
        Agreement wouldRecommend,
        Agreement lengthUseful,
        Agreement improvements,
        BigDecimal hoursSaved,
        String whatChanged,
        boolean mayQuote,
        String comments,
        String givenBy,
        String noReason,
        Instant at,
        String who) {}
