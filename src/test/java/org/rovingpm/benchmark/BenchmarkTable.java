package org.rovingpm.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured, each with its bound beside it. A bound that is missed is shown and fails nothing. */
public final class BenchmarkTable {

    private final List<String> facts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** What a number is good for: at most the bound, or at least. */
    public enum Bound {
        AT_MOST,
        AT_LEAST
    }

    private record Line(String what, String measured, String bound, boolean kept) {}

    /** Adds what the reader should know of the circumstances. */
    void fact(String fact) {
        facts.add(fact);
        System.out.println(fact);
    }

    /** Adds times in milliseconds; the 95th percentile is held to the bound. */
    public void times(String what, Times times, double atMost) {
        line(
                what,
                "median %s, p95 %s".formatted(milliseconds(times.median()), milliseconds(times.p95())),
                "p95 at most " + milliseconds(atMost),
                times.p95() <= atMost);
    }

    /** Adds one number. */
    public void number(String what, double measured, String unit, Bound bound, double value) {
        boolean kept = bound == Bound.AT_MOST ? measured <= value : measured >= value;
        line(
                what,
                plain(measured) + " " + unit,
                (bound == Bound.AT_MOST ? "at most " : "at least ") + plain(value) + " " + unit,
                kept);
    }

    /** Adds one number without a bound. */
    public void number(String what, double measured, String unit) {
        line(what, plain(measured) + " " + unit, "–", true);
    }

    /** Prints the table and writes it to a Markdown file. */
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("# Benchmark\n\n");
        facts.forEach(fact -> text.append("- ").append(fact).append('\n'));
        text.append('\n')
                .append(row("What", "Measured", "Bound", "Kept"))
                .append("|%s|%s|%s|%s|\n".formatted("-".repeat(72), "-".repeat(34), "-".repeat(25), "-".repeat(6)));
        lines.forEach(line -> text.append(row(line.what(), line.measured(), line.bound(), line.kept() ? "yes" : "NO")));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.println("\n" + text);
    }

    private void line(String what, String measured, String bound, boolean kept) {
        lines.add(new Line(what, measured, bound, kept));
        System.out.print(row(what, measured, bound, kept ? "yes" : "NO"));
    }

    private static String row(String what, String measured, String bound, String kept) {
        return "| %-70s | %-32s | %-23s | %-4s |\n".formatted(what, measured, bound, kept);
    }

    private static String milliseconds(double time) {
        return time < 10 ? "%.1f ms".formatted(time) : "%,.0f ms".formatted(time);
    }

    private static String plain(double number) {
        return number < 10 ? "%.2f".formatted(number) : "%,.0f".formatted(number);
    }
}
