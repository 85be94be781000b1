package org.rovingpm.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rovingpm.demo.database.EmbeddedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The PostgreSQL server that is killed, and that the one who started it starts again. */
record Server(EmbeddedDatabase database, Path folder) {

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    void signal(String signal) {
        signal(signal, mainProcess());
    }

    /** Ends the process of one connection: the server then ends all others and recovers. */
    void killOneProcess() {
        signal(
                "KILL",
                jdbc().sql(
                                "select pid from pg_stat_activity where usename = current_user and pid <> pg_backend_pid() limit 1")
                        .query(Long.class)
                        .single());
    }

    private long mainProcess() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void signal(String signal, long process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
