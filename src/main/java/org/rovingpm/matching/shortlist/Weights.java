package org.rovingpm.matching.shortlist;

import java.util.Map;
import org.rovingpm.engine.Decisions;
import org.rovingpm.supportcase.Rag;

/**
 * How much each preference counts, as managers decide in matching-weights.dmn. The best score is always 100.
 *
 * @param nearMiles up to this distance a PM scores in full
 * @param farMiles  from this distance they score nothing
 */
record Weights(double skills, double distance, double history, double fairness, double nearMiles, double farMiles) {

    static Weights of(Rag rag, Decisions decisions) {
        Map<String, Object> decided = decisions.single("matching-weights", Map.of("rag", rag.name()));
        double skills = number(decided, "skills");
        double distance = number(decided, "distance");
        double history = number(decided, "history");
        double fairness = number(decided, "fairness");
        double all = skills + distance + history + fairness;
        if (!(all > 0)) {
            throw new IllegalStateException(
                    "The weights in matching-weights for %s are all 0: give at least one a weight.".formatted(rag));
        }
        return new Weights(
                100 * skills / all,
                100 * distance / all,
                100 * history / all,
                100 * fairness / all,
                number(decided, "nearMiles"),
                number(decided, "farMiles"));
    }

    private static double number(Map<String, Object> decided, String name) {
        return decided.get(name) instanceof Number number ? Math.max(0, number.doubleValue()) : 0;
    }
}
