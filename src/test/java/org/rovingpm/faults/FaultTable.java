package org.rovingpm.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rovingpm.calendar.SchemeTime;

/** What happened, as the table in docs/faults.md shows it. */
final class FaultTable {

    private record Row(int times, Duration longest) {

        Row and(Duration time) {
            return new Row(times + 1, time.compareTo(longest) > 0 ? time : longest);
        }
    }

    private final List<String> facts = new ArrayList<>();
    private final Map<String, Row> faults = new TreeMap<>();
    private final List<String> counts = new ArrayList<>();
    private final List<String> bad = new ArrayList<>();

    FaultTable(long seed, Duration time) {
        facts.add("%s, %d minutes of faults, seed %d, %d cores, Java %s"
                .formatted(
                        LocalDate.now(SchemeTime.ZONE),
                        time.toMinutes(),
                        seed,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version")));
    }

    /** @param late the instances that were not ready again in time */
    void happened(String fault, Duration untilReady, List<String> late) {
        faults.put(fault, faults.getOrDefault(fault, new Row(0, Duration.ZERO)).and(untilReady));
        late.forEach(instance -> bad.add("“%s” was not ready again after: %s".formatted(instance, fault)));
    }

    void counted(Counts counts, Load load, List<Instance> instances, SmallDisk disk) {
        facts.add("Work: %d pieces; done %d, refused in a sentence %d, answered by a failure or not at all %d"
                .formatted(
                        load.money().size() + load.requests().size(),
                        load.count(Load.Answer.DONE),
                        load.count(Load.Answer.REFUSED),
                        load.count(Load.Answer.UNKNOWN)));
        facts.add("Timers whose time came: " + load.weeks().fallenDue());
        instances.forEach(instance -> facts.add("Instance “%s”: not ready for %d s in all, at most %d s at once"
                .formatted(
                        instance.name(),
                        instance.away().toSeconds(),
                        instance.longestAway().toSeconds())));
        if (!disk.isSmall()) {
            facts.add("A full disk was not tried: whoever ran this may mount no file system");
        }
        facts.add("Messages that the mail server received: " + counts.received());
        facts.add("Messages that were perhaps sent, which a person decides: " + counts.perhapsSent());
        add("lost", counts.lost());
        add("doubled", counts.doubled());
        add("stuck", counts.stuck());
    }

    private void add(String kind, Map<String, Long> found) {
        found.forEach((what, number) -> {
            counts.add("| %s | %s | %d |".formatted(kind, what, number));
            if (number > 0) {
                bad.add("%s: %d %s".formatted(kind, number, what));
            }
        });
    }

    /** What must not be; empty where all is well. */
    List<String> bad() {
        return bad;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        facts.forEach(fact -> lines.add("- " + fact));
        lines.add("");
        lines.add("| fault | times | longest until both instances were ready again |");
        lines.add("|---|---|---|");
        faults.forEach((fault, row) -> lines.add(
                "| %s | %d | %d s |".formatted(fault, row.times(), row.longest().toSeconds())));
        lines.add("");
        lines.add("| | what | number |");
        lines.add("|---|---|---|");
        lines.addAll(counts);
        return String.join("\n", lines) + "\n";
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
        System.out.println(text());
    }
}
