package org.rovingpm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.TestDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.QueryTimeoutException;

@ExtendWith(OutputCaptureExtension.class)
class PassingFailuresInALineTest {

    private static final Logger POOL = LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyConnection");
    private static final String WRITTEN = "jobs - Connection is marked as broken";

    private static SQLException tooLong() {
        return new SQLException("ERROR: canceling statement due to statement timeout", "57014");
    }

    @Test
    void aStatementThatTookTooLongIsOneLineHoweverItIsLogged(CapturedOutput log) {
        POOL.warn("{} - Connection is marked as broken", "jobs", tooLong());
        POOL.warn(WRITTEN, new QueryTimeoutException("A step", tooLong()));
        POOL.error("jobs - Connection is\n\tmarked as broken", tooLong());
        assertThat(log.getAll().lines()).hasSize(3).allMatch(line -> line.endsWith(WRITTEN + " (TOO_LONG)"));
    }

    @Test
    void whatIsNotLoggedAtAllStaysSo(CapturedOutput log) {
        POOL.debug(WRITTEN, tooLong());
        assertThat(log.getAll()).isEmpty();
    }

    @Test
    void anyOtherFailureHasItsTrace(CapturedOutput log) {
        POOL.warn(WRITTEN, new SQLException("ERROR: syntax error", "42601"));
        assertThat(log.getAll()).contains("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/resources/logback-spring.xml", "src/test/resources/logback-test.xml"})
    void isSetWhereverSomethingIsLogged(String configuration) throws IOException {
        assertThat(Files.readString(Path.of(configuration)))
                .contains("<turboFilter class=\"" + PassingFailuresInALine.class.getName() + "\"/>");
    }

    @Test
    void whatTheServerSaysOfAFailureQuotesNoRowWhateverTheAddressSays() throws SQLException {
        DatabaseAddress address = new DatabaseAddress(
                TestDatabase.createDatabase() + "&logServerErrorDetail=true", TestDatabase.USER, "any");
        try (Connection connection =
                        address.connectingWithin(Duration.ofSeconds(10)).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table person (name text primary key)");
            statement.execute("insert into person values ('Mrs Sandpiper')");
            assertThatThrownBy(() -> statement.execute("insert into person values ('Mrs Sandpiper')"))
                    .hasMessageContaining("duplicate key")
                    .hasMessageNotContaining("Sandpiper");
        }
    }
}
