package org.rovingpm.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Times of the same thing done again and again, in milliseconds. */
public record Times(List<Double> sorted) {

    /** Does it once for each of these, first with a few to warm up, whose times do not count. */
    static <T> Times of(Collection<T> these, int warmUp, Consumer<T> action) {
        List<Double> times = new ArrayList<>();
        for (T one : these) {
            times.add(milliseconds(() -> action.accept(one)));
        }
        if (times.size() <= warmUp) {
            throw new IllegalStateException("Only %d to measure".formatted(times.size()));
        }
        return new Times(times.stream().skip(warmUp).sorted().toList());
    }

    /** Does it this often, after a warm-up. */
    public static Times of(int often, Runnable action) {
        return of(java.util.stream.IntStream.range(0, often + 5).boxed().toList(), 5, number -> action.run());
    }

    public static double milliseconds(Runnable action) {
        long began = System.nanoTime();
        action.run();
        return (System.nanoTime() - began) / 1e6;
    }

    double median() {
        return sorted.get(sorted.size() / 2);
    }

    double p95() {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * 0.95) - 1));
    }
}
