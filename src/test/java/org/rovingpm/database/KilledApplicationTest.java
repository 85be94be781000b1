package org.rovingpm.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.RunningApplication;

class KilledApplicationTest {

    @TempDir
    private Path data;

    @Test
    void findsEverythingAgainAfterAKillThatLeavesItsDatabaseServerBehind() throws Exception {
        ProcessHandle leftBehind;
        try (RunningApplication first = RunningApplication.demonstration(data).awaitStart()) {
            assertThat(first.output()).contains("Preparing the database for the first time").contains("Made demonstration data:");
            execute("create table note (words text)");
            execute("insert into note values ('written before the kill')");
            leftBehind = server();
            first.kill();
        }
        assertThat(leftBehind.isAlive()).isTrue();

        try (RunningApplication second = RunningApplication.demonstration(data).awaitStart()) {
            awaitEnd(leftBehind);
            assertThat(second.output()).contains("left behind (process " + leftBehind.pid() + ")")
                .doesNotContain("for the first time").doesNotContain("demonstration data");
            assertThat(words()).isEqualTo("written before the kill");

            ProcessHandle server = server();
            second.stop();
            awaitEnd(server);
            assertThat(second.output()).contains("Stopping the database").doesNotContain("\tat ");
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        assertThat(process.onExit().orTimeout(1, TimeUnit.MINUTES).join().isAlive()).isFalse();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String words() throws Exception {
        try (Connection connection = connect(); Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select words from note")) {
            result.next();
            return result.getString(1);
        }
    }

    private Connection connect() throws SQLException, IOException {
        String port = postmaster().get(3);
        String password = Files.readString(data.resolve("postgres/rovingpm.password"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/rovingpm", "rovingpm", password);
    }

    private ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmaster().get(0))).orElseThrow();
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }
}
