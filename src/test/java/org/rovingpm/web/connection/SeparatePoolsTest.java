package org.rovingpm.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff whose every request hangs at a locked table, beside visitors and timers that go on. */
@ApplicationTest
class SeparatePoolsTest {

    private static final String ENOUGH = "select count(*) from pg_locks where not granted";

    @LocalServerPort
    private int port;

    @Value("${rovingpm.db.url}")
    private String url;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ManagementService jobs;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void leaveThePublicPagesAndTheTimersAloneAndAreToldToTryAgain() throws Exception {
        String coordinator = people.with(Role.COORDINATOR);
        assertThat(call("/engine-rest/task?maxResults=10", coordinator).join().statusCode())
                .isEqualTo(200);
        try (Connection other = DriverManager.getConnection(url, TestDatabase.USER, "any");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table act_ru_task in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> staff = IntStream.range(0, 40)
                    .mapToObj(number -> call("/engine-rest/task?maxResults=10", coordinator))
                    .toList();
            while (jdbc.sql(ENOUGH).query(Long.class).single() < 16) {
                assertThat(staff).noneMatch(CompletableFuture::isDone);
            }

            assertThat(call("/request-help", null).join().statusCode()).isEqualTo(200);
            assertThat(call("/request-help/practices?q=mar", null).join().statusCode())
                    .isEqualTo(200);
            assertThat(jobs.createJobQuery().executable().count()).isNotNegative();
            assertThat(staff).as("all of them still wait").noneMatch(CompletableFuture::isDone);

            assertThat(staff).allSatisfy(answer -> {
                assertThat(answer.join().statusCode()).isEqualTo(503);
                assertThat(answer.join().body())
                        .contains("nothing has been changed: try again in a minute.")
                        .doesNotContain("SQL");
            });
            other.rollback();
        }
        assertThat(call("/engine-rest/task?maxResults=10", coordinator).join().statusCode())
                .isEqualTo(200);
    }

    private CompletableFuture<HttpResponse<String>> call(String path, String person) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (person != null) {
            request.header("Authorization", Api.basic(person));
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
