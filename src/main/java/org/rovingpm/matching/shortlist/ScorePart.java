package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.util.List;

/**
 * One of the preferences by which a PM is scored.
 *
 * @param name   such as SKILLS
 * @param points that it adds to the score
 * @param words  why, in sentences without a full stop; none where there is nothing to say
 */
public record ScorePart(String name, BigDecimal points, List<String> words) {

    public ScorePart {
        words = List.copyOf(words);
    }
}
