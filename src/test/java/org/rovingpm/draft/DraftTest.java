package org.rovingpm.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.KeepOut;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts over HTTP, as Tasklist saves and reads them, and in the database. */
@ApplicationTest
class DraftTest {

    private static final String ASSESS = SupportCaseProcess.Elements.ASSESS_REQUEST;
    private static final String TYPED = "{\"informationAskedFor\":\"Who is in char\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identities;

    @Autowired
    private Drafts drafts;

    @Autowired
    private KeepOut keepOut;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MovableClock clock;

    /** As each device last got it with the form. */
    private final Map<Browser, JsonNode> tokens = new HashMap<>();

    private String reference;
    private String task;
    private String writer;

    @BeforeEach
    void aTaskAndItsWriter() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97301")));
        task = scheme.task(reference, ASSESS).getId();
        writer = people.with(Role.COORDINATOR);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        clock.reset();
        scheme.forget(reference);
    }

    /** A device of theirs, with the form of the task open. */
    private Browser device(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        return browser;
    }

    private HttpResponse<String> find(Browser device) {
        return device.get("/api/drafts/" + task);
    }

    private HttpResponse<String> save(Browser device, long known, String answers) {
        HttpRequest.Builder request = device.request("/api/drafts/" + task).header("Content-Type", "application/json");
        HttpResponse<String> found = find(device);
        if (found.statusCode() == 200) {
            tokens.put(device, Browser.json(found).path("token"));
        }
        JsonNode token = tokens.get(device);
        request.header(token.path("header").asText(), token.path("value").asText());
        return device.send(request.PUT(
                HttpRequest.BodyPublishers.ofString("{\"revision\":%d,\"answers\":%s}".formatted(known, answers))));
    }

    private static long revisionIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer).path("revision").asLong();
    }

    /** What the database shows to whoever asks for the drafts of this person; null says for nobody. */
    private int shownTo(String person) {
        return new TransactionTemplate(transactions).execute(status -> {
            if (person != null) {
                jdbc.sql("select set_config('rovingpm.drafts_of', :person, true)")
                        .param("person", person)
                        .query(String.class)
                        .single();
            }
            return jdbc.sql("select count(*) from draft where task_id = :task")
                    .param("task", task)
                    .query(Integer.class)
                    .single();
        });
    }

    @Test
    void isThereForItsWriterOnEveryDevice() {
        assertThat(revisionIn(find(device(writer)))).isZero();
        clock.setTo("2026-12-01T14:02");
        HttpResponse<String> saved = save(device(writer), 0, TYPED);
        assertThat(revisionIn(saved)).isEqualTo(1);
        assertThat(Browser.json(saved).path("savedAt").asText()).isEqualTo("14:02");

        HttpResponse<String> elsewhere = find(device(writer));
        assertThat(Browser.json(elsewhere).path("answers").toString()).isEqualTo(TYPED);
        assertThat(elsewhere.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        clock.setTo("2026-12-02T09:00");
        assertThat(Browser.json(find(device(writer))).path("savedAt").asText()).isEqualTo("1 December 2026, 14:02");
    }

    @Test
    void isThereForNobodyElse() {
        save(device(writer), 0, TYPED);

        Browser colleague = device(people.with(Role.COORDINATOR));
        assertThat(revisionIn(find(colleague))).isZero();
        assertThat(revisionIn(save(colleague, 0, "{\"informationAskedFor\":\"Mine\"}")))
                .isEqualTo(1);
        assertThat(find(device(writer)).body()).contains("Who is in char");
        for (Role role : List.of(
                Role.ADMINISTRATOR, Role.PROCESS_MANAGER, Role.ROVING_PM, Role.COMMISSIONER, Role.BUDGET_HOLDER)) {
            Browser other = device(people.with(role));
            assertThat(find(other).statusCode()).as(role.one()).isEqualTo(404);
            assertThat(find(other).body()).doesNotContain("Who is in char");
        }
    }

    @Test
    void goesWithTheAccountOfItsWriter() {
        save(device(writer), 0, TYPED);
        identities.deleteUser(writer);

        people.again(writer, Role.COORDINATOR);
        assertThat(shownTo(writer)).isZero();
        assertThat(revisionIn(find(device(writer)))).isZero();
    }

    @Test
    void theDatabaseShowsItToNobodyElseEither() {
        save(device(writer), 0, TYPED);

        assertThat(shownTo(writer)).isEqualTo(1);
        assertThat(shownTo(people.with(Role.ADMINISTRATOR))).isZero();
        assertThat(shownTo(null)).isZero();
        assertThat(jdbc.sql("update draft set answers = '{}'").update()).isZero();
        assertThat(jdbc.sql("delete from draft").update()).isZero();
        assertThatThrownBy(() -> jdbc.sql("""
                insert into draft (task_id, person, revision, answers, saved_at) values (:task, 'somebody', 1, '{}', now())""").param("task", task).update())
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(shownTo(writer)).isEqualTo(1);
    }

    @Test
    void theEngineKnowsNothingOfIt() {
        Browser device = device(writer);
        save(device, 0, TYPED);

        assertThat(device.get("/camunda/api/engine/engine/default/task/%s/form-variables".formatted(task))
                        .body())
                .contains(reference)
                .doesNotContain("Who is in char");
        assertThat(tasks.getVariables(task).toString()).doesNotContain("Who is in char");
        assertThat(tasks.getTaskComments(task)).isEmpty();
    }

    @Test
    void neitherCompletesTheTaskNorCountsAsAnAnswer() {
        save(
                device(writer),
                0,
                "{\"decision\":\"DECLINE\",\"declineReason\":\"OTHER_SERVICE\",\"signpostedTo\":\"The digital team\"}");

        assertThat(scheme.openSteps(reference)).contains(ASSESS);
        assertThatThrownBy(() -> scheme.complete(reference, ASSESS, "coordinator", Map.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void goesInTheTransactionThatEndsItsTask() {
        Browser device = device(writer);
        save(device, 0, TYPED);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            decline();
            status.setRollbackOnly();
        });
        assertThat(shownTo(writer)).isEqualTo(1);

        decline();
        assertThat(shownTo(writer)).isZero();
        assertThat(save(device, 0, TYPED).statusCode()).isEqualTo(404);
        assertThat(find(device).statusCode()).isEqualTo(404);
    }

    private void decline() {
        scheme.complete(
                reference,
                ASSESS,
                "coordinator",
                Map.of("decision", "DECLINE", "declineReason", "OTHER_SERVICE", "signpostedTo", "The digital team"));
    }

    @Test
    void theLaterOfTwoDevicesWinsAndHearsOfTheEarlier() {
        Browser phone = device(writer);
        Browser desk = device(writer);
        long seen = revisionIn(save(phone, 0, TYPED));

        HttpResponse<String> later = save(desk, 0, "{\"informationAskedFor\":\"From the desk\"}");
        assertThat(Browser.json(later).path("replaced").asText()).matches("\\d\\d:\\d\\d");
        assertThat(revisionIn(find(phone))).as("by which the phone notices").isGreaterThan(seen);
        assertThat(find(phone).body()).contains("From the desk");

        HttpResponse<String> next = save(desk, revisionIn(later), "{\"informationAskedFor\":\"More\"}");
        assertThat(Browser.json(next).path("replaced").isNull()).isTrue();
    }

    @Test
    void hasASize() {
        Browser device = device(writer);
        save(device, 0, TYPED);

        HttpResponse<String> refused =
                save(device, 1, "{\"informationAskedFor\":\"%s\"}".formatted("x".repeat(100_000)));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(Browser.json(refused).path("message").asText())
                .isEqualTo("This is too long to be saved as a draft: shorten the texts.");
        assertThat(find(device).body()).contains("Who is in char");
        assertThat(save(device, 1, "null").statusCode()).isEqualTo(400);
        assertThat(save(device, 1, "[1]").statusCode()).isEqualTo(400);
    }

    @Test
    void isOverAfterFourteenDays() {
        save(device(writer), 0, TYPED);

        clock.moveBy(Duration.ofDays(13));
        assertThat(drafts.forget()).isZero();
        assertThat(drafts.find(task, writer)).isPresent();

        clock.moveBy(Duration.ofDays(2));
        assertThat(drafts.find(task, writer)).isEmpty();
        assertThat(drafts.forget()).isEqualTo(1);
        assertThat(shownTo(writer)).isZero();
    }

    @Test
    void isNotShownWhereTheCaseIsHiddenFromItsWriter() {
        Browser device = device(writer);
        save(device, 0, TYPED);
        keepOut.keepOut(new KeepOut.Form(reference, writer, "A neighbour."), "service-manager");

        assertThat(find(device).statusCode()).isEqualTo(404);
        assertThat(save(device, 1, TYPED).statusCode()).isEqualTo(404);
    }

    @Test
    void isSavedFromOurPagesOnly() {
        Browser device = device(writer);
        HttpResponse<String> forged = device.send(device.request("/api/drafts/" + task)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"revision\":0,\"answers\":{}}")));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get("/api/drafts/" + task).statusCode()).isNotEqualTo(200);
    }
}
