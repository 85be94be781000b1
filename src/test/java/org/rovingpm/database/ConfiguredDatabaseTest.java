package org.rovingpm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.RunningApplication;
import org.rovingpm.TestDatabase;

class ConfiguredDatabaseTest {

    @Test
    void isRefusedByNameWhereASettingIsMissing() {
        assertThatThrownBy(() -> check(null, null, " "))
            .hasMessageContaining("ROVINGPM_DB_URL, ROVINGPM_DB_USER, ROVINGPM_DB_PASSWORD are not set");
        assertThatThrownBy(() -> check("jdbc:postgresql://localhost/x", "someone", null))
            .hasMessageContaining("ROVINGPM_DB_PASSWORD is not set");
    }

    @Test
    void isRefusedWhereItIsNoPostgreSql() {
        assertThatThrownBy(() -> check("localhost:5432/rovingpm", "someone", "secret"))
            .hasMessageContaining("ROVINGPM_DB_URL is \"localhost:5432/rovingpm\", which is not the JDBC address");
    }

    @Test
    void isRefusedWhereItCannotBeReached() {
        assertThatThrownBy(() -> check("jdbc:postgresql://127.0.0.1:1/rovingpm?ssl=false", "someone", "secret"))
            .hasMessageContaining("The database at jdbc:postgresql://127.0.0.1:1/rovingpm cannot be reached");
    }

    @Test
    void isRefusedWhereThePasswordIsWrongOrTheDatabaseMissing(@TempDir Path data) {
        try (OwnDatabase own = OwnDatabase.start(data)) {
            assertThatThrownBy(() -> check(own.url(), own.user(), "wrong"))
                .hasMessageContaining("refuses the user rovingpm").hasMessageContaining("password authentication failed")
                .extracting(failure -> ((StartRefused) failure).whatToDo()).isEqualTo("Check ROVINGPM_DB_USER and ROVINGPM_DB_PASSWORD.");
            assertThatThrownBy(() -> check(own.url() + "2", own.user(), own.password()))
                .hasMessageContaining("has no such database");
        }
    }

    @Test
    void stopsThePackagedApplicationWithASentenceEvenInTheDemonstrationsProfile() {
        RunningApplication application = RunningApplication.packaged("--spring.profiles.active=demo");
        assertThat(application.awaitEnd()).isEqualTo(1);
        assertThat(application.output()).contains("ROVINGPM_DB_URL, ROVINGPM_DB_USER, ROVINGPM_DB_PASSWORD are not set")
            .doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void servesThePackagedApplicationWithoutTheDatabaseThatComesAlong() {
        try (RunningApplication application = RunningApplication.packaged("--rovingpm.db.url=" + TestDatabase.createDatabase(),
                "--rovingpm.db.user=postgres", "--rovingpm.db.password=any", "--rovingpm.admin.user=first",
                "--rovingpm.admin.password=Only-in-tests-1").awaitStart()) {
            assertThat(application.address()).startsWith("http://localhost:");
        }
    }

    private static void check(String url, String user, String password) {
        new ConfiguredDatabase(new DatabaseSettings(url, user, password)).check();
    }
}
