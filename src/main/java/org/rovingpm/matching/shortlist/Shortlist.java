package org.rovingpm.matching.shortlist;

import java.util.List;

/**
 * Who could be offered a placement, best first, and who could not.
 *
 * @param suitable       at most {@value #LONGEST}
 * @param unsuitable     at most {@value #LONGEST}, best score first
 * @param moreSuitable   how many suitable PMs follow
 * @param moreUnsuitable how many unsuitable PMs follow
 */
public record Shortlist(List<Candidate> suitable, List<Candidate> unsuitable, int moreSuitable, int moreUnsuitable) {

    /** The most that each list holds. */
    public static final int LONGEST = 20;

    public boolean anyoneSuitable() {
        return !suitable.isEmpty();
    }

    /** @return how many PMs are suitable in all */
    public int countSuitable() {
        return suitable.size() + moreSuitable;
    }
}
