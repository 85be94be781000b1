package org.rovingpm.benchmark.burst;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.rovingpm.benchmark.Application;
import org.rovingpm.benchmark.BenchmarkTable;
import org.rovingpm.benchmark.Server;
import org.rovingpm.benchmark.Size;

/**
 * What each piece of the engine's tuning gains: Fridays of the application with all of it, without each piece and without any,
 * in turn. Each is a start of the application of its own, on the same filled database. What gains less than a tenth of what it is
 * for is not worth its reach into the engine.
 */
public final class EngineTuning {

    private static final String TIMER_BATCHES = "timer-batches";
    private static final List<String> OTHERS = List.of("read-ahead", "fast-rights", "indexes");
    private static final String ALL = "enabled";
    private static final double WORTH_IT = 10;

    private record Measured(List<Friday> with, List<Friday> without) {

        /** @return by how much more, in per cent, the median round does with it than without */
        double gain(ToDoubleFunction<Friday> measure) {
            List<Double> gains = new ArrayList<>();
            for (int round = 0; round < with.size(); round++) {
                gains.add(
                        100 * (measure.applyAsDouble(with.get(round)) / measure.applyAsDouble(without.get(round)) - 1));
            }
            return Rounds.median(gains);
        }
    }

    private final Server server;
    private final Size size;

    public EngineTuning(Server server, Size size) {
        this.server = server;
        this.size = size;
    }

    public void measure(BenchmarkTable table) {
        List<Friday> with = new ArrayList<>();
        Map<String, List<Friday>> without = new LinkedHashMap<>();
        for (int round = 0; round < Rounds.MANY; round++) {
            with.add(friday());
            settings().forEach(setting -> without.computeIfAbsent(setting, any -> new ArrayList<>())
                    .add(friday("--rovingpm.engine.tuning.%s=false".formatted(setting))));
        }
        without.forEach((setting, fridays) -> tell(table, setting, new Measured(with, fridays)));
    }

    /** All pieces, or those that the setting {@code benchmark.tuning} names, such as {@code read-ahead,indexes}. */
    private static List<String> settings() {
        String chosen = System.getProperty("benchmark.tuning", "");
        return chosen.isEmpty()
                ? Stream.of(List.of(TIMER_BATCHES), OTHERS, List.of(ALL))
                        .flatMap(List::stream)
                        .toList()
                : List.of(chosen.split(","));
    }

    private Friday friday(String... settings) {
        try (Application application = Application.on(server, size, settings)) {
            return Friday.of(application);
        }
    }

    /** Timer batches are for timers, all others for the steps that people wait for. */
    private static void tell(BenchmarkTable table, String setting, Measured measured) {
        tell(table, setting, "timers", measured.gain(Friday::timers), setting.equals(TIMER_BATCHES));
        tell(table, setting, "check-ins", measured.gain(Friday::checkIns), OTHERS.contains(setting));
    }

    private static void tell(BenchmarkTable table, String setting, String what, double gain, boolean purpose) {
        String name = "Tuning %s gains, %s, median of %d"
                .formatted(setting.equals(ALL) ? "as a whole" : setting, what, Rounds.MANY);
        if (purpose) {
            table.number(name, gain, "%", BenchmarkTable.Bound.AT_LEAST, WORTH_IT);
        } else {
            table.number(name, gain, "%");
        }
    }
}
