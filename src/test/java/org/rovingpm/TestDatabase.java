package org.rovingpm;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.rovingpm.start.UtcZone;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL server for all tests; each application context gets a database of its own. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Deque<ConfigurableApplicationContext> CONTEXTS = new ArrayDeque<>();
    private static EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "rovingpm.db.url=" + createDatabase(),
                        "rovingpm.db.user=postgres",
                        "rovingpm.db.password=postgres")
                .applyTo(context);
        CONTEXTS.push(context);
    }

    /** @return the JDBC address of a new, empty database */
    public static String createDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return server().getJdbcUrl("postgres", name);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("jit", "off")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return server;
    }

    /**
     * Keeps tests on UTC as the application does, and closes the contexts before their server: left to the shutdown hooks of
     * both, each would wait for the other.
     */
    public static class Session implements LauncherSessionListener {

        @Override
        public void launcherSessionOpened(LauncherSession session) {
            UtcZone.set();
        }

        @Override
        public void launcherSessionClosed(LauncherSession session) {
            CONTEXTS.forEach(ConfigurableApplicationContext::close);
            if (server != null) {
                try {
                    server.close();
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }
}
