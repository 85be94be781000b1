package org.rovingpm.benchmark.burst;

import java.util.List;

/** What is compared is measured in turn, this often; the median counts. By the setting {@code benchmark.rounds}. */
final class Rounds {

    static final int MANY = Integer.getInteger("benchmark.rounds", 5);

    private Rounds() {}

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
