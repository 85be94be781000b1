package org.rovingpm.demo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.database.EarlierSnapshot;
import org.rovingpm.fixture.BesideOthers;
import org.rovingpm.fixture.RunningApplication;
import org.rovingpm.start.StartRefused;

@BesideOthers
class EmbeddedDatabaseTest {

    @TempDir
    private static Path data;

    @Test
    void keepsItsDataFromOneStartToTheNext() throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            execute(first, "create table note (words text)");
            execute(first, "insert into note values ('kept')");
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(data)) {
            assertThat(query(second, "select words from note")).isEqualTo("kept");
        }
    }

    @Test
    void isStartedAgainByItselfAfterItWasKilledAndHasItsData(@TempDir Path data) throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            execute(database, "create table note (words text)");
            execute(database, "insert into note values ('kept')");
            ProcessHandle server = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                                    .get(0)))
                    .orElseThrow();
            assertThat(server.destroyForcibly()).isTrue();
            Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> query(
                            database, "select words from note")
                    .equals("kept"));
            assertThat(database.url()).isNotNull();
        }
    }

    @Test
    void isStartedAgainOnceNothingIsInItsWayAnyMore(@TempDir Path data) throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            execute(database, "create table note (words text)");
            Path settings = data.resolve("postgres/postgresql.conf");
            String right = Files.readString(settings);
            Files.writeString(settings, right + "\nno_such_setting = on\n");
            ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                            .get(0)))
                    .orElseThrow()
                    .destroyForcibly();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.readString(data.resolve("postgres.log"))
                    .contains("no_such_setting"));
            Files.writeString(settings, right);
            Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> query(
                            database, "select count(*) from note")
                    .equals("0"));
        }
    }

    @Test
    void writesSafelyAndListensOnThisMachineOnly() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "show jit")).isEqualTo("off");
            assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInWithoutThePasswordAndGivesTheApplicationNoSuperuser() throws SQLException, IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            for (String user : List.of("postgres", database.user())) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, "guessed")
                                .close())
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(query(database, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(Files.getPosixFilePermissions(data.resolve("postgres/rovingpm.password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void neverKillsAnotherProcessThatHasTheNumberInTheLock() throws IOException, SQLException {
        EmbeddedDatabase.start(data).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(data.resolve("postgres/postmaster.pid"), stranger.pid() + "\n" + data + "\n0\n5432\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(query(database, "select 'ready'")).isEqualTo("ready");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void neverStopsThePostgresOfAnotherFolderThatHasTheNumberInTheLock(@TempDir Path other)
            throws IOException, SQLException {
        EmbeddedDatabase.start(data).close();
        try (EmbeddedDatabase elsewhere = EmbeddedDatabase.start(other)) {
            Files.copy(other.resolve("postgres/postmaster.pid"), data.resolve("postgres/postmaster.pid"));
            try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
                assertThat(query(database, "select 'ready'")).isEqualTo("ready");
                assertThat(query(elsewhere, "select 'untouched'")).isEqualTo("untouched");
            }
        }
    }

    @Test
    void startsOnAnEmptyLockAndOnTheRemainsOfAPreparationThatWasKilled(@TempDir Path data)
            throws IOException, SQLException {
        Files.createDirectories(data.resolve("unfinished-1/base"));
        Files.createDirectories(data.resolve("programs-unfinished1/bin"));
        EmbeddedDatabase.start(data).close();
        Files.createFile(data.resolve("postgres/postmaster.pid"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(query(database, "select 'ready'")).isEqualTo("ready");
            assertThat(data.resolve("unfinished-1")).doesNotExist();
        }
    }

    @Test
    void isTakenByOneApplicationAtATime() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            try (RunningApplication second = RunningApplication.demonstration(data)) {
                assertThat(second.awaitEnd()).isEqualTo(1);
                assertThat(second.output())
                        .contains("already running")
                        .contains("process " + ProcessHandle.current().pid())
                        .doesNotContain("\tat ");
            }
            assertThat(first.url()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }

    @Test
    void isRefusedInOneSentenceWhereAnEarlierSnapshotMadeIt(@TempDir Path data) throws SQLException {
        try (EmbeddedDatabase earlier = EmbeddedDatabase.start(data);
                Connection connection = connect(earlier)) {
            EarlierSnapshot.makeHistory(connection);
        }
        try (RunningApplication application = RunningApplication.demonstration(data)) {
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(application.output())
                    .contains("was made by an earlier snapshot of Roving PM, whose data this version cannot take over.")
                    .contains("Delete the folder " + data)
                    .doesNotContain("\tat ");
        }
    }

    static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
