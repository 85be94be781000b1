package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.util.List;

/**
 * A PM as a candidate for a vacancy.
 *
 * @param pm    user id
 * @param score points out of 100
 * @param parts what speaks for and against them
 * @param unmet which eligibility rules they do not meet; empty for a suitable PM
 * @param miles from home to the practice, "6.2" or "about 6"; null if not known
 * @param free  half days a week free in the period
 */
public record Candidate(
        String pm,
        String name,
        BigDecimal score,
        List<ScorePart> parts,
        List<UnmetRule> unmet,
        String miles,
        BigDecimal free) {

    public Candidate {
        parts = List.copyOf(parts);
        unmet = List.copyOf(unmet);
    }

    static Candidate of(PmProfile pm, double score, Preferences preferences) {
        return new Candidate(
                pm.userId(),
                pm.name(),
                BigDecimal.valueOf(score),
                preferences.parts(pm),
                EligibilityRule.unmet(pm, preferences.search()),
                preferences.milesInWords(pm),
                pm.free());
    }

    public boolean suitable() {
        return unmet.isEmpty();
    }

    /** @return what speaks for and against them, in sentences without a full stop */
    public List<String> why() {
        return parts.stream().flatMap(part -> part.words().stream()).toList();
    }

    /** @return why they are not suitable, in sentences without a full stop */
    public List<String> whyNot() {
        return unmet.stream().map(UnmetRule::why).toList();
    }
}
