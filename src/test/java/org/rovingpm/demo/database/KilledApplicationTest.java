package org.rovingpm.demo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.fixture.BesideOthers;
import org.rovingpm.fixture.RunningApplication;
import org.rovingpm.supportcase.SupportCaseProcess;

@BesideOthers
class KilledApplicationTest {

    @TempDir
    private Path data;

    @Test
    void aCaseIsWhereItWasAfterAKillThatLeavesTheDatabaseServerBehind() throws Exception {
        ProcessHandle leftBehind;
        String reference;
        String openTasks;
        try (RunningApplication first = RunningApplication.demonstration(data).awaitStart()) {
            assertThat(first.output())
                    .contains("Preparing the database for the first time")
                    .contains("Made demonstration data:");
            reference = requestHelp(first);
            openTasks = tasksOf(first, reference);
            assertThat(openTasks).contains(SupportCaseProcess.Elements.ASSESS_REQUEST);
            leftBehind = server();
            first.kill();
        }
        assertThat(leftBehind.isAlive()).isTrue();

        try (RunningApplication second = RunningApplication.demonstration(data).awaitStart()) {
            awaitEnd(leftBehind);
            assertThat(second.output())
                    .contains("left behind (process " + leftBehind.pid() + ")")
                    .doesNotContain("for the first time")
                    .doesNotContain("demonstration data");
            assertThat(tasksOf(second, reference)).isEqualTo(openTasks);
            assertThat(text("select what from timeline_entry where case_reference = '" + reference
                            + "' order by id limit 1"))
                    .isEqualTo("Help requested");

            ProcessHandle server = server();
            second.stop();
            awaitEnd(server);
            assertThat(second.output()).contains("Stopping the database").doesNotContain("\tat ");
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        assertThat(process.onExit().orTimeout(1, TimeUnit.MINUTES).join().isAlive())
                .isFalse();
    }

    /** Starts a case by the form, as a coordinator would through the REST API, and gives its number. */
    private String requestHelp(RunningApplication application) throws Exception {
        String practice = text("select min(ods_code) from practice where status = 'ACTIVE' and in_scheme");
        String whatHappened = "The manager left between two lines of code.";
        String answer = post(application, "/engine-rest/process-definition/key/support-case/submit-form", """
            {"variables": {"odsCode": {"value": "%s"}, "contactName": {"value": "Test Contact"}, "contactRole": {"value": "Partner"},
             "contactEmail": {"value": "contact@example.org"}, "helpKinds": {"value": "[\\"CQC\\"]", "type": "Json"},
             "whatHappened": {"value": "%s"}, "since": {"value": "2026-01-05"}, "cqcRating": {"value": "GOOD"}}}""".formatted(
                        practice, whatHappened));
        assertThat(answer).contains(SupportCaseProcess.KEY);
        return text("select reference from support_case where what_happened = '" + whatHappened + "'");
    }

    private static String tasksOf(RunningApplication application, String reference) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(
                application.address() + "/engine-rest/task?maxResults=10&processInstanceBusinessKey=" + reference)));
    }

    private static String post(RunningApplication application, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        String coordinator =
                Base64.getEncoder().encodeToString("coordinator:RovingPM-demo-1".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        request.header("Authorization", "Basic " + coordinator).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String text(String sql) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
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
