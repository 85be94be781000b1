package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.util.List;

/**
 * A PM as a candidate for a vacancy.
 *
 * @param pm       user id
 * @param score    points out of 100
 * @param why      what speaks for and against them, in sentences without a full stop
 * @param whyNot   which eligibility rules they do not meet; empty for a suitable PM
 * @param miles    from home to the practice, "6.2" or "about 6"; null if not known
 * @param free     half days a week free in the period
 */
public record Candidate(
        String pm,
        String name,
        BigDecimal score,
        List<String> why,
        List<String> whyNot,
        String miles,
        BigDecimal free) {

    static Candidate of(PmProfile pm, double score, Preferences preferences) {
        return new Candidate(
                pm.userId(),
                pm.name(),
                BigDecimal.valueOf(score),
                preferences.reasons(pm),
                EligibilityRule.unmet(pm, preferences.search()),
                preferences.milesInWords(pm),
                pm.free());
    }

    public boolean suitable() {
        return whyNot.isEmpty();
    }
}
