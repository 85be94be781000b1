package org.rovingpm.demo.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.rovingpm.database.ProvidedDatabase;
import org.rovingpm.start.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The database that comes along with the demonstration: a PostgreSQL in the data folder, started and stopped with the
 * application, and started again where it ends by itself. Its password is made up when the data directory is and kept in there, readable by its owner only.
 */
public final class EmbeddedDatabase implements ProvidedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "rovingpm";
    private static final String CLUSTER = "postgres";
    private static final String UNFINISHED = "unfinished-";
    private static final String PASSWORD_FILE = "rovingpm.password";

    private final DataFolder folder;
    private final PostgresServer server;
    private final int port;
    private final String password;
    private final ServerWatch watch;

    private EmbeddedDatabase(DataFolder folder, PostgresServer server, int port, String password) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        this.password = password;
        this.watch = new ServerWatch(server, port);
    }

    /** Refuses a folder that another application is using, and a database that does not start. */
    public static EmbeddedDatabase start(Path data) {
        DataFolder folder = DataFolder.take(data);
        try {
            Path programs = PostgresBinaries.in(folder.path());
            Path cluster = folder.path().resolve(CLUSTER);
            if (!Files.exists(cluster)) {
                prepare(folder.path(), programs, cluster);
            }
            LOG.info("Starting the database in {}…", cluster);
            String password = Files.readString(cluster.resolve(PASSWORD_FILE)).strip();
            PostgresServer server =
                    new PostgresServer(programs, cluster, folder.path().resolve("postgres.log"));
            return new EmbeddedDatabase(folder, server, server.start(), password).withItsContents();
        } catch (IOException failure) {
            folder.close();
            throw refusal(folder, failure);
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    @Override
    public String remedy() {
        return "Delete the folder %s and start again, or set ROVINGPM_DATA to another folder.".formatted(folder.path());
    }

    @Override
    public String url() {
        return url(NAME);
    }

    @Override
    public String user() {
        return NAME;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void close() {
        LOG.info("Stopping the database…");
        watch.close();
        try (folder) {
            server.stop();
        } catch (IOException failure) {
            LOG.warn("The database did not stop; the next start will see to it. {}", failure.getMessage());
        }
    }

    // Made beside its place and moved there when complete, so that a run killed meanwhile leaves no half of it
    private static void prepare(Path folder, Path programs, Path cluster) throws IOException {
        LOG.info("Preparing the database for the first time…");
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                FileSystemUtils.deleteRecursively(leftover);
            }
        }
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        Path passwordFile = Files.createTempFile(
                folder,
                UNFINISHED,
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.writeString(passwordFile, HexFormat.of().formatHex(random));
        new PostgresServer(programs, unfinished, folder.resolve("postgres.log")).initialise(passwordFile);
        Files.move(passwordFile, unfinished.resolve(PASSWORD_FILE));
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The application's user owns its database and is no superuser. */
    private EmbeddedDatabase withItsContents() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", password);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
            return this;
        } catch (SQLException failure) {
            close();
            throw refusal(folder, failure);
        }
    }

    private static StartRefused refusal(DataFolder folder, Exception failure) {
        return new StartRefused(
                "The database in " + folder.path() + " cannot be started: " + failure.getMessage(),
                "Correct what it says, set ROVINGPM_DATA to another folder, or set ROVINGPM_DB_URL to use a PostgreSQL of your own.");
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return !result.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
