package org.rovingpm.modelchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Process managers review changes, and nobody else sees or does anything about them. */
@ApplicationTest
class ChangeRightsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ModelChanges changes;

    private String deployment;
    private ModelChange change;

    @BeforeEach
    void deploy() {
        deployment = repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(EveryKindOfToken.FILE, EveryKindOfToken.BEFORE)
                .addString(EveryKindOfToken.CALLED_FILE, EveryKindOfToken.CALLED)
                .deploy()
                .getId();
        change = changes.before(Long.MAX_VALUE, 1).get(0);
    }

    @AfterEach
    void remove() {
        scheme.forget(change.name());
        repository.deleteDeployment(deployment, true);
    }

    private List<String> pages() {
        return List.of(
                "/changes",
                "/changes/" + change.id(),
                "/changes/" + change.id() + "/files/" + EveryKindOfToken.FILE + "/after");
    }

    private Browser currentUser(Role role) {
        Browser browser = new Browser(port);
        browser.signIn(people.with(role), TestPeople.PASSWORD);
        return browser;
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PROCESS_MANAGER")
    void everyOtherRoleIsRefused(Role role) {
        Browser browser = currentUser(role);
        browser.get("/");
        assertThat(pages())
                .allSatisfy(page ->
                        assertThat(browser.get(page).statusCode()).as(page).isEqualTo(403));
        for (String action : List.of("try", "move", "decide", "moves/1/again")) {
            assertThat(browser.post(
                                    "/changes/" + change.id() + "/" + action,
                                    "file",
                                    EveryKindOfToken.FILE,
                                    "from",
                                    "x",
                                    "decision",
                                    "KEEP",
                                    "reason",
                                    "Mine")
                            .statusCode())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(changes.stepsOf(change.id()))
                .extracting(ModelChangeStep::what)
                .containsExactly(ModelChangeStep.Kind.DEPLOYED);
        Api api = Api.as(people.with(role), Api.Door.PROGRAMS, port);
        assertThat(api.count("/task/count?processInstanceBusinessKey="
                        + change.name().replace(" ", "%20")))
                .isLessThanOrEqualTo(0);
    }

    @Test
    void theRecordOfAChangeShowsTheNameOfItsDay() {
        String author = people.with(Role.PROCESS_MANAGER);
        people.rename(author, "an-administrator", Role.ADMINISTRATOR, "Ada", "Author");
        changes.note(change.id(), ModelChangeStep.Kind.TRIED, author, null, null, "As a test");
        people.rename(author, "an-administrator", Role.ADMINISTRATOR, "Bea", "Later");

        assertThat(currentUser(Role.PROCESS_MANAGER)
                        .get("/changes/" + change.id())
                        .body())
                .contains("Ada Author")
                .doesNotContain("Bea Later");
    }

    @Test
    void aVisitorIsAskedToSignIn() {
        assertThat(pages())
                .allSatisfy(page -> assertThat(new Browser(port).get(page).statusCode())
                        .as(page)
                        .isEqualTo(302));
    }

    @Test
    void aProcessManagerSeesAChangeAndFindsItsTaskInTheirListOfTasklist() {
        Browser browser = currentUser(Role.PROCESS_MANAGER);
        assertThat(pages())
                .allSatisfy(page ->
                        assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200));
        assertThat(browser.get("/changes/999999999").statusCode()).isEqualTo(404);
        assertThat(browser.get("/changes/" + change.id() + "/files/" + EveryKindOfToken.FILE + "/before")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/changes/" + change.id() + "/files/other.bpmn/after")
                        .statusCode())
                .isEqualTo(404);

        Api api = Api.as(people.with(Role.PROCESS_MANAGER), Api.Door.WEB_APPLICATIONS, port);
        String list = "";
        for (JsonNode filter : Browser.json(api.get("/filter?resourceType=Task&maxResults=50"))) {
            list = filter.get("name").asText().equals("Process changes")
                    ? filter.get("id").asText()
                    : list;
        }
        assertThat(api.hal("/filter/" + list + "/list?maxResults=1000").body())
                .contains("Review change", EveryKindOfToken.FILE);
        String task = Browser.json(api.get(
                        "/task?processInstanceBusinessKey=" + change.name().replace(" ", "%20") + "&maxResults=10"))
                .get(0)
                .get("id")
                .asText();
        assertThat(api.get("/task/" + task + "/form-variables").body())
                .contains("The file is new", "/changes/" + change.id());
        assertThat(api.post(
                                "/task/" + task + "/submit-form",
                                "{\"variables\":{\"decision\":{\"value\":\"KEEP\"},\"reason\":{\"value\":\"Good\"}}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(changes.get(change.id()).decided()).isTrue();
    }
}
