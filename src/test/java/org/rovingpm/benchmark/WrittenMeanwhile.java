package org.rovingpm.benchmark;

import java.util.concurrent.TimeUnit;

/** What the database has committed and written since a moment. */
final class WrittenMeanwhile {

    /** Sessions report what they did within ten seconds of their last work. */
    private static final long REPORTED_WITHIN = TimeUnit.SECONDS.toNanos(11);

    private final Application application;
    private final long commits;
    private final String position;

    private WrittenMeanwhile(Application application) {
        this.application = application;
        this.commits = settled(application);
        this.position = position();
    }

    static WrittenMeanwhile since(Application application) {
        return new WrittenMeanwhile(application);
    }

    /** Adds the commits and the kilobytes of log for each of so many things. */
    void addTo(BenchmarkTable table, long things, String each, double commitsAtMost) {
        double bytes = application.jdbc().sql("select pg_current_wal_insert_lsn() - cast(:position as pg_lsn)").param("position", position)
            .query(Double.class).single();
        double committed = (double) (settled(application) - commits) / things;
        table.number("commits " + each, committed, "commits", BenchmarkTable.Bound.AT_MOST, commitsAtMost);
        table.number("log written (WAL) " + each, bytes / 1024 / things, "KiB");
    }

    private String position() {
        return application.jdbc().sql("select pg_current_wal_insert_lsn()::text").query(String.class).single();
    }

    private static long settled(Application application) {
        long began = System.nanoTime();
        Waiting.until(() -> System.nanoTime() - began > REPORTED_WITHIN);
        return application.server().jdbc().sql("select xact_commit from pg_stat_database where datname = current_database()")
            .query(Long.class).single();
    }
}
