package org.rovingpm.benchmark;

/**
 * How much the filled database holds.
 *
 * @param open      cases that are open, spread over the stages of a case
 * @param closed    cases that have ended, spread over ten years
 * @param pms       PMs on the roster
 * @param practices practices of the scheme; England has 6,220
 */
public record Size(int open, int closed, int pms, int practices) {

    /** Reads the settings {@code benchmark.open-cases}, {@code benchmark.closed-cases}, {@code benchmark.pms}, {@code benchmark.practices}. */
    static Size asSet() {
        return new Size(
                Integer.getInteger("benchmark.open-cases", 5_000),
                Integer.getInteger("benchmark.closed-cases", 50_000),
                Integer.getInteger("benchmark.pms", 5_000),
                Integer.getInteger("benchmark.practices", 6_220));
    }

    /** PMs who have cases: each about five of them while there are PMs enough. */
    public int workingPms() {
        return Math.max(1, Math.min(pms, open / 5));
    }

    @Override
    public String toString() {
        return "%,d open cases, %,d closed, %,d PMs, %,d practices".formatted(open, closed, pms, practices);
    }
}
