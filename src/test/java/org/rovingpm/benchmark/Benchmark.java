package org.rovingpm.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rovingpm.benchmark.burst.EngineTuning;
import org.rovingpm.benchmark.burst.WeeklyBurst;
import org.rovingpm.benchmark.data.FillDatabase;
import org.rovingpm.benchmark.page.Home;
import org.rovingpm.benchmark.page.PeopleAndFunds;
import org.rovingpm.benchmark.phone.Weight;
import org.rovingpm.calendar.SchemeTime;

/**
 * Fills a database to the size that is set and shows how fast the scheme is there. Fails only where something does not
 * work at all: how fast is fast enough depends on the machine, so a bound that is missed is shown and fails nothing.
 */
class Benchmark {

    /** In the order of the table. What changes much comes late. */
    private static final List<Subject> SUBJECTS = List.of(
            new ApplicationStart(),
            new TaskLists(),
            new Matching(),
            new ModelCheck(),
            new CaseHistories(),
            new CasePanel(),
            new CaseLists(),
            new Home(),
            new PeopleAndFunds(),
            new PublicPages(),
            new Weight(),
            new StuckLists(),
            new TenTimesTheTasks(),
            new TaskWork(),
            new WeeklyBurst(),
            new Register());

    @Test
    void measuresOnAFilledDatabase() throws IOException, SQLException {
        Path folder = Path.of("target", "benchmark");
        BenchmarkTable table = new BenchmarkTable();
        try (Server server = Server.in(folder.resolve("postgres"))) {
            Size size = Size.asSet();
            try (Application application = Application.on(server, size)) {
                table.fact("Size: " + size);
                double seconds = Times.milliseconds(new FillDatabase(application)::fill) / 1000;
                table.fact("Database: PostgreSQL %s, durable settings, %s, filled in %,.0f s"
                        .formatted(server.version(), server.databaseSize(), seconds));
                table.fact("Machine: %d cores, load %.1f, Java %s, heap of at most %,d MiB; %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                load(),
                                System.getProperty("java.version"),
                                Runtime.getRuntime().maxMemory() >> 20,
                                LocalDateTime.now(SchemeTime.ZONE).truncatedTo(ChronoUnit.MINUTES)));
                Statements statements = new Statements(server.jdbc(), Path.of("target", "benchmark-statements.md"));
                chosen().forEach(subject -> statements.of(subject, () -> subject.measure(application, table)));
            }
            if (isChosen(EngineTuning.class)) {
                new EngineTuning(server, size).measure(table);
            }
            table.fact("Load of the machine at the end: %.1f".formatted(load()));
        } finally {
            table.write(Path.of("target", "benchmark.md"));
        }
    }

    private static List<Subject> chosen() {
        return SUBJECTS.stream().filter(subject -> isChosen(subject.getClass())).toList();
    }

    /** All are, or those that the setting {@code benchmark.subjects} names, such as {@code TaskLists,WeeklyBurst}. */
    private static boolean isChosen(Class<?> subject) {
        String names = System.getProperty("benchmark.subjects", "");
        return names.isEmpty() || List.of(names.split(",")).contains(subject.getSimpleName());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
