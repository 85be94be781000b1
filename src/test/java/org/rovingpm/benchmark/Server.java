package org.rovingpm.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A PostgreSQL as careful with its data as in production, with the settings that the README recommends. */
public final class Server implements AutoCloseable {

    /** Owns the databases and is no superuser, as in production. */
    public static final String USER = "rovingpm";

    private static final String SUPERUSER = "postgres";

    private static final String DATABASE = "benchmark";

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts a new, empty server with its data under the folder. */
    public static Server in(Path folder) throws IOException, SQLException {
        Server server = new Server(EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(true)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("jit", "off")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("log_checkpoints", "off")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start());
        try (Connection connection = server.postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + USER + " login in role pg_read_all_stats, pg_checkpoint");
            // Copying a million rows without their triggers
            statement.execute("grant set on parameter session_replication_role to " + USER);
            statement.execute("create database " + DATABASE + " owner " + USER);
        }
        server.jdbc().sql("create extension pg_stat_statements").update();
        return server;
    }

    public String url() {
        return url(DATABASE);
    }

    public String url(String database) {
        return postgres.getJdbcUrl(USER, database);
    }

    /** @return a superuser's connection of its own, for settings that must not reach the application's connections */
    public JdbcClient jdbc() {
        return jdbc(DATABASE);
    }

    public JdbcClient jdbc(String database) {
        return JdbcClient.create(
                new SingleConnectionDataSource(postgres.getJdbcUrl(SUPERUSER, database), SUPERUSER, SUPERUSER, true));
    }

    public String version() {
        return jdbc().sql("show server_version").query(String.class).single();
    }

    public String databaseSize() {
        return jdbc().sql("select pg_size_pretty(pg_database_size(current_database()))")
                .query(String.class)
                .single();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
