package org.rovingpm.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** What something cost: the time of our processors, and what the database has committed and written. */
public final class Cost {

    /** Sessions report what they did within ten seconds of their last work. */
    private static final long REPORTED_WITHIN = TimeUnit.SECONDS.toNanos(11);

    private final Application application;
    private final long commits;
    private final String position;
    private final long processorTime;

    private Cost(Application application) {
        this.application = application;
        this.commits = settled(application);
        this.position = position();
        this.processorTime = processorTime();
    }

    public static Cost since(Application application) {
        return new Cost(application);
    }

    /** Adds what each of so many things cost. */
    public void addTo(BenchmarkTable table, long things, String each, double commitsAtMost) {
        double processor = (processorTime() - processorTime) / 1e6 / things;
        double bytes = application
                .jdbc()
                .sql("select pg_current_wal_insert_lsn() - cast(:position as pg_lsn)")
                .param("position", position)
                .query(Double.class)
                .single();
        double committed = (double) (settled(application) - commits) / things;
        table.number("commits " + each, committed, "commits", BenchmarkTable.Bound.AT_MOST, commitsAtMost);
        table.number("processor time of the application " + each, processor, "ms");
        table.number("log written (WAL) " + each, bytes / 1024 / things, "KiB");
    }

    private String position() {
        return application
                .jdbc()
                .sql("select pg_current_wal_insert_lsn()::text")
                .query(String.class)
                .single();
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long settled(Application application) {
        long began = System.nanoTime();
        Waiting.until(() -> System.nanoTime() - began > REPORTED_WITHIN);
        return application
                .server()
                .jdbc()
                .sql("select xact_commit from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
