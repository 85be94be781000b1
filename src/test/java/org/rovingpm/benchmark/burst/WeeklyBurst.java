package org.rovingpm.benchmark.burst;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rovingpm.benchmark.Application;
import org.rovingpm.benchmark.BenchmarkTable;
import org.rovingpm.benchmark.Subject;

/**
 * Friday, 17:00: the week of every practice in support is over in the same minute, and every PM reports it. A machine has good
 * days and bad, so what counts is the ratio to the bare engine, which does the same steps in turn with us.
 */
public final class WeeklyBurst implements Subject {

    private static final double TIMERS = 1.5;
    private static final double CHECK_INS = 0.7;

    @Override
    public void measure(Application application, BenchmarkTable table) {
        try (BareEngine bare = new BareEngine(application.server())) {
            bare.measure(table);
            first(application, table);
            List<Friday> theirs = new ArrayList<>();
            List<Friday> ours = new ArrayList<>();
            for (int round = 0; round < Rounds.MANY; round++) {
                theirs.add(bare.friday());
                ours.add(Friday.of(application));
            }
            compare(table, "weeks over in the same minute", "timers/s", ours, theirs, Friday::timers, TIMERS);
            compare(
                    table,
                    "check-ins by %d people at once".formatted(People.AT_ONCE),
                    "check-ins/s",
                    ours,
                    theirs,
                    Friday::checkIns,
                    CHECK_INS);
        }
        Friday.costs(application, table);
        refuseFailedJobs(application);
    }

    /** Java has yet to compile what it does. */
    private static void first(Application application, BenchmarkTable table) {
        long due = Friday.due(application);
        Friday first = Friday.of(application);
        table.number("First Friday: %,d weeks over in the same minute".formatted(due), first.timers(), "timers/s");
        table.number(
                "First Friday: check-ins by %d people at once".formatted(People.AT_ONCE),
                first.checkIns(),
                "check-ins/s");
    }

    private static void compare(
            BenchmarkTable table,
            String what,
            String unit,
            List<Friday> ours,
            List<Friday> theirs,
            ToDoubleFunction<Friday> measure,
            double ratio) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(measure.applyAsDouble(ours.get(round)) / measure.applyAsDouble(theirs.get(round)));
        }
        table.number("Next Fridays: " + what, median(ours, measure), unit);
        table.number("a bare engine in turn, the same steps and nothing else", median(theirs, measure), unit);
        table.number(
                "ratio, median of %d".formatted(ratios.size()),
                Rounds.median(ratios),
                "of the bare engine's",
                BenchmarkTable.Bound.AT_LEAST,
                ratio);
    }

    private static double median(List<Friday> fridays, ToDoubleFunction<Friday> measure) {
        return Rounds.median(
                fridays.stream().map(friday -> measure.applyAsDouble(friday)).toList());
    }

    private static void refuseFailedJobs(Application application) {
        List<String> failures = application
                .jdbc()
                .sql("select exception_msg_ from act_ru_job where exception_msg_ is not null")
                .query(String.class)
                .list();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("%d jobs have failed: %s".formatted(failures.size(), failures.get(0)));
        }
    }
}
