package org.rovingpm.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which statements each subject has the database run, so that a slow line of the table need not be guessed at. */
final class Statements {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Path file;

    Statements(JdbcClient jdbc, Path file) throws IOException {
        this.jdbc = jdbc;
        this.file = file;
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
    }

    /** Runs the subject and writes down its statements, those first that took most time in all. */
    void of(Subject subject, Runnable measuring) {
        jdbc.sql("select pg_stat_statements_reset()").query().listOfRows();
        measuring.run();
        StringBuilder text = new StringBuilder("## %s\n\n   calls    total ms  mean ms  buffers a call\n"
                .formatted(subject.getClass().getSimpleName()));
        jdbc.sql("""
                select calls, total_exec_time, mean_exec_time, (shared_blks_hit + shared_blks_read) / calls as buffers,
                       regexp_replace(query, '\\s+', ' ', 'g') as query
                  from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
                 order by total_exec_time desc limit :most""")
                .param("most", MOST)
                .query((row, number) -> "%8d  %10.1f  %7.2f  %8d  %s%n"
                        .formatted(
                                row.getLong("calls"),
                                row.getDouble("total_exec_time"),
                                row.getDouble("mean_exec_time"),
                                row.getLong("buffers"),
                                row.getString("query")))
                .list()
                .forEach(text::append);
        try {
            Files.writeString(file, text.append('\n'), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
