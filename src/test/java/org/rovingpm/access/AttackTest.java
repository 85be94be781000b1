package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The known ways into the engine, tried over HTTP. Each expression would create a file if it ran: the proof is the file,
 * not the answer.
 */
@ApplicationTest
class AttackTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    private File proof;

    @BeforeEach
    void nameTheProof() {
        proof = new File(System.getProperty("java.io.tmpdir"), "attack-" + UUID.randomUUID());
    }

    @AfterEach
    void removeTheProof() {
        assertThat(proof).as("the attack ran its code").doesNotExist();
    }

    private String createsTheProof() {
        return "${''.getClass().forName('java.io.FileWriter').getConstructor(''.getClass()).newInstance('"
                + proof.getPath() + "')}";
    }

    static Stream<Arguments> expressionFieldsAtEachDoor() {
        return Arrays.stream(Api.Door.values()).flatMap(door -> Stream.of(
                        "assigneeExpression",
                        "assigneeLikeExpression",
                        "ownerExpression",
                        "involvedUserExpression",
                        "candidateUserExpression",
                        "candidateGroupExpression",
                        "candidateGroupsExpression",
                        "processInstanceBusinessKeyExpression",
                        "processInstanceBusinessKeyLikeExpression",
                        "createdOnExpression",
                        "createdAfterExpression",
                        "createdBeforeExpression",
                        "updatedAfterExpression",
                        "dueDateExpression",
                        "dueAfterExpression",
                        "dueBeforeExpression",
                        "followUpDateExpression",
                        "followUpAfterExpression",
                        "followUpBeforeExpression",
                        "followUpBeforeOrNotExistentExpression",
                        "assigneeInExpression")
                .map(field -> Arguments.of(door, field)));
    }

    /** CVE-2026-109432 */
    @ParameterizedTest
    @MethodSource("expressionFieldsAtEachDoor")
    void anExpressionInAQueryIsNotRun(Api.Door door, String field) {
        Api attacker = Api.as(people.with(Role.COORDINATOR), door, port);
        String fields = "\"" + field + "\":\"" + createsTheProof() + "\"";
        for (String query : new String[] {
            "{" + fields + "}",
            "{\"orQueries\":[{" + fields + "}]}",
            "{\"orQueries\":[{\"name\":\"x\"},{" + fields + "}]}"
        }) {
            for (String path :
                    new String[] {"/task", "/task/count", "/task?maxResults=1", "/history/task", "/history/task/count"
                    }) {
                HttpResponse<String> answer = attacker.post(path, query);
                assertThat(proof).as(path + " " + query).doesNotExist();
                assertThat(answer.statusCode())
                        .as(path + " " + query + answer.body())
                        .isLessThan(500);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${1 + 1}",
                "${currentUser().getClass()}",
                "${currentUser()}${''.class}",
                "${dateTime().getClass()}",
                "#{''.class.forName('java.lang.Runtime')}",
                "${dateTime().plusDays(1).toString()}",
                "${ currentUser() } ",
                "${taskService}",
                "${execution}",
                "${dateTime().toString().getClass()}"
            })
    void onlyAFewExpressionsMayStandInAQuery(String expression) {
        TaskQuery query =
                tasks.createTaskQuery().or().taskAssigneeExpression(expression).endOr();
        assertThatThrownBy(query::count).hasMessageContaining("An expression in a query may only be one of");
    }

    @Test
    void aStoredFilterRunsNoExpression() {
        for (TaskQuery query : List.of(
                tasks.createTaskQuery().taskAssigneeExpression(createsTheProof()),
                tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(createsTheProof())
                        .endOr())) {
            String filter = filters.saveFilter(filters.newTaskFilter("Harmless").setQuery(query))
                    .getId();
            assertThatThrownBy(() -> filters.list(filter)).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> filters.count(filter)).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> filters.singleResult(filter)).isInstanceOf(BadUserRequestException.class);
            filters.deleteFilter(filter);
        }
    }

    @ParameterizedTest
    @EnumSource(Api.Door.class)
    void aStoredFilterIsNotExtendedByAnExpression(Api.Door door) {
        Filter shared =
                filters.saveFilter(filters.newTaskFilter("For the attack").setQuery(tasks.createTaskQuery()));
        Api attacker = Api.as(people.with(Role.COORDINATOR), door, port);
        for (String extension : new String[] {
            "{\"assigneeExpression\":\"" + createsTheProof() + "\"}",
            "{\"assigneeExpr\\u0065ssion\":\"" + createsTheProof() + "\"}",
            "{\"orQueries\":[{\"assigneeExpression\":\"" + createsTheProof() + "\"}]}"
        }) {
            for (String what : List.of("/list?maxResults=10", "/count")) {
                HttpResponse<String> answer = attacker.post("/filter/" + shared.getId() + what, extension);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains("may not have “assigneeExpression”");
            }
        }
        filters.deleteFilter(shared.getId());
    }

    static Stream<String> setUpAddresses() {
        return Stream.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/cockpit/../admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/anything");
    }

    /** CVE-2026-77226 */
    @ParameterizedTest
    @MethodSource("setUpAddresses")
    void nobodyMakesThemselvesAnAdministrator(String address) {
        Browser attacker = new Browser(port);
        attacker.get("/camunda/api/engine/engine");
        String body =
                "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"Mal\",\"lastName\":\"Lory\"},\"credentials\":{\"password\":\"Uns4fe-password!\"}}";
        assertThat(attacker.send("POST", address, body).statusCode())
                .as("not signed in")
                .isGreaterThanOrEqualTo(400);
        for (Role role : new Role[] {Role.COORDINATOR, Role.ADMINISTRATOR}) {
            Browser insider = new Browser(port);
            insider.signIn(people.with(role), TestPeople.PASSWORD);
            insider.get("/camunda/api/engine/engine");
            assertThat(insider.send("POST", address, body).statusCode())
                    .as("as " + role)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(people.exists("mallory")).isFalse();
    }

    @Test
    void nobodySignsInPastTheSignInPage() {
        Browser browser = new Browser(port);
        HttpResponse<String> answer =
                browser.send(browser.request("/camunda/api/admin/auth/user/default/login/tasklist")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                "username=first-admin&password=Only-for-tests-1")));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(Api.Door.class)
    void aWeakPasswordIsRefusedWithAReadableSentence(Api.Door door) {
        String administrator = people.with(Role.ADMINISTRATOR);
        HttpResponse<String> answer = Api.as(administrator, door, port)
                .post(
                        "/user/create",
                        "{\"profile\":{\"id\":\"newcomer\",\"firstName\":\"New\",\"lastName\":\"Comer\"},\"credentials\":{\"password\":\"short\"}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.json(answer).get("message").asText())
                .startsWith("The password needs at least 12 characters");
        HttpResponse<String> changed = Api.as(administrator, door, port)
                .put(
                        "/user/" + administrator + "/credentials",
                        "{\"password\":\"short\",\"authenticatedUserPassword\":\"" + TestPeople.PASSWORD + "\"}");
        assertThat(changed.statusCode()).isEqualTo(400);
        assertThat(people.exists("newcomer")).isFalse();
    }

    @Test
    void aQueryWithoutALimitIsRefused() {
        Api attacker = Api.as(people.with(Role.COORDINATOR), Api.Door.PROGRAMS, port);
        assertThat(attacker.get("/task").statusCode()).isEqualTo(400);
        assertThat(attacker.get("/task?maxResults=2001").statusCode()).isEqualTo(400);
        assertThat(attacker.get("/task?maxResults=2000").statusCode()).isEqualTo(200);
    }

    @Test
    void aLaterPersonWithTheSameIdInheritsNothing() {
        String person = people.with(Role.ROVING_PM);
        people.grantSomethingTo(person);
        assertThat(people.rightsOf(person)).isEqualTo(1);
        people.delete(person);
        assertThat(people.rightsOf(person)).isZero();
    }
}
