package org.rovingpm.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.fixture.BesideOthers;
import org.rovingpm.fixture.RunningApplication;
import org.rovingpm.fixture.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One database, opened under one zone of the machine after another: each moment stays what it is, and each text London's. */
@BesideOthers
class ZoneOfTheMachineTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter OF_THE_REST_API = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final Pattern TIME_SHOWN = Pattern.compile("\\d{1,2} [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d");
    private static final String ADMINISTRATOR = "first";
    private static final String PROCESS_MANAGER = "process-manager";
    private static final String COORDINATOR = "coordinator";
    private static final String PASSWORD = "Only-in-tests-1";

    private final String url = TestDatabase.createDatabase();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.USER, "any"));

    /**
     * @param timers    when each timer is due, by its id
     * @param deadlines when each task is due, by its id
     * @param times     the times on the page of the first case, from its top to its end
     */
    private record Seen(Map<String, Instant> timers, Map<String, Instant> deadlines, List<String> times) {}

    @Test
    void everyMomentAndEveryTextIsTheSameUnderEachZoneOfTheMachine() throws Exception {
        Seen first;
        try (RunningApplication application = startIn("America/New_York")) {
            makeAccountsAndPractices(application);
            requestHelp(application, "B00001");
            first = seen(application);
        }
        assertThat(first.timers().values())
                .extracting(due -> LocalTime.ofInstant(due, LONDON))
                .contains(LocalTime.of(8, 0));
        assertThat(first.deadlines()).hasSize(1);
        assertThat(first.times()).contains(shown("select min(requested_at) from support_case"));

        Seen second;
        try (RunningApplication application = startIn("Asia/Kolkata")) {
            assertThat(seen(application)).isEqualTo(first);
            requestHelp(application, "B00002");
            second = seen(application);
        }
        assertThat(second.deadlines()).hasSize(2);

        try (RunningApplication application = startIn("Europe/London")) {
            assertThat(seen(application)).isEqualTo(second);
            assertThat(application.output()).doesNotContain("\tat ");
        }
    }

    private RunningApplication startIn(String zone) {
        RunningApplication application = RunningApplication.packagedIn(
                        Map.of("TZ", zone),
                        "--rovingpm.db.url=" + url,
                        "--rovingpm.db.user=" + TestDatabase.USER,
                        "--rovingpm.db.password=any",
                        "--rovingpm.admin.user=" + ADMINISTRATOR,
                        "--rovingpm.admin.password=" + PASSWORD,
                        "--server.servlet.session.cookie.secure=false",
                        // Nothing falls due between one start and the next
                        "--camunda.bpm.job-execution.enabled=false")
                .awaitStart();
        assertThat(application.output())
                .as("people read the log in London's time")
                .containsPattern("[Z0]  INFO ")
                .doesNotContain("-05:00  INFO", "-04:00  INFO", "+05:30  INFO");
        return application;
    }

    private void makeAccountsAndPractices(RunningApplication application) throws Exception {
        for (String role : List.of(COORDINATOR, PROCESS_MANAGER)) {
            send(application, ADMINISTRATOR, "POST", "/user/create", """
                {"profile": {"id": "%s", "firstName": "Coral", "lastName": "Dean", "email": "dean@example.org"},
                 "credentials": {"password": "%s"}}""".formatted(role, PASSWORD));
            send(application, ADMINISTRATOR, "PUT", "/group/%s/members/%s".formatted(role, role), "{}");
        }
        // As if they had chosen passwords of their own
        jdbc.sql("update account set must_change_password = false").update();
        jdbc.sql("""
                insert into practice (ods_code, name, postcode, icb, status, cqc_rating, in_scheme)
                select 'B0000' || i, 'Practice ' || i, 'NG1 1AA', 'QT1', 'ACTIVE', 'GOOD', true from generate_series(1, 2) i""").update();
    }

    private static void requestHelp(RunningApplication application, String practice) throws Exception {
        send(application, COORDINATOR, "POST", "/process-definition/key/support-case/submit-form", """
                {"variables": {"odsCode": {"value": "%s"}, "contactName": {"value": "Test Contact"}, "contactRole": {"value": "Partner"},
                 "contactEmail": {"value": "contact@example.org"}, "helpKinds": {"value": "[\\"CQC\\"]", "type": "Json"},
                 "whatHappened": {"value": "The manager left."}, "since": {"value": "2026-01-05"}, "cqcRating": {"value": "GOOD"}}}""".formatted(
                        practice));
    }

    private Seen seen(RunningApplication application) throws Exception {
        Browser browser = new Browser(URI.create(application.address()).getPort());
        browser.signIn(COORDINATOR, PASSWORD);
        String reference = jdbc.sql("select min(reference) from support_case")
                .query(String.class)
                .single();
        HttpResponse<String> page = browser.get("/cases/" + reference);
        assertThat(page.statusCode()).as("page of %s", reference).isEqualTo(200);
        return new Seen(
                due(application, PROCESS_MANAGER, "/job?timers=true", "dueDate"),
                due(application, COORDINATOR, "/task?processDefinitionKey=support-case", "due"),
                TIME_SHOWN
                        .matcher(page.body())
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    private String shown(String moment) {
        return jdbc.sql("select to_char((%s) at time zone 'Europe/London', 'FMDD FMMonth YYYY, HH24:MI')"
                        .formatted(moment))
                .query(String.class)
                .single();
    }

    private static Map<String, Instant> due(RunningApplication application, String person, String list, String field)
            throws Exception {
        Map<String, Instant> due = new TreeMap<>();
        for (JsonNode one :
                new ObjectMapper().readTree(send(application, person, "GET", list + "&maxResults=1000", ""))) {
            due.put(
                    one.get("id").asText(),
                    OffsetDateTime.parse(one.get(field).asText(), OF_THE_REST_API)
                            .toInstant());
        }
        return due;
    }

    private static String send(RunningApplication application, String person, String method, String path, String json)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(application.address() + "/engine-rest" + path))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
