package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Commands to the engine that no role gives, tried at its doors, and the rights behind the doors without one. Each of these
 * attacks has worked once.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineCommandsTest {

    private static final String RAG = "rag";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestProcesses processes;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService jobs;

    private String instance;

    @BeforeAll
    void startACase() {
        processes.deploy();
        instance = processes.start(SupportCaseProcess.KEY, "RPM-2026-9301");
    }

    @AfterAll
    void removeIt() {
        processes.undeploy();
    }

    @AfterEach
    void leave() {
        identities.clearAuthentication();
    }

    private void workAs(Role role) {
        identities.setAuthentication(people.with(role), List.of(role.group()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyDeletesCasesOrTheirHistoryByABatch(Role role) {
        long batches = jobs.createBatchQuery().count();
        Api api = Api.as(people.with(role), Api.Door.PROGRAMS, port);
        assertThat(api.post(
                                "/process-instance/delete",
                                "{\"processInstanceIds\":[\"" + instance + "\"],\"deleteReason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.post(
                                "/history/process-instance/delete",
                                "{\"historicProcessInstanceIds\":[\"" + instance + "\"],\"deleteReason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);

        workAs(role);
        assertThatThrownBy(() -> runtime.deleteProcessInstancesAsync(List.of(instance), "x"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> history.deleteHistoricProcessInstancesAsync(List.of(instance), "x"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> runtime.setVariablesAsync(List.of(instance), Map.of(RAG, "GREEN")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> runtime.createMessageCorrelationAsync("any")
                        .processInstanceIds(List.of(instance))
                        .correlateAllAsync())
                .isInstanceOf(AuthorizationException.class);
        identities.clearAuthentication();
        assertThat(jobs.createBatchQuery().count()).isEqualTo(batches);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aMessageTellsNothingAndChangesNothing(Role role) {
        Api api = Api.as(people.with(role), Api.Door.PROGRAMS, port);
        HttpResponse<String> right = api.post("/message", """
                {"messageName":"supportWithdrawn","correlationKeys":{"rag":{"value":"RED","type":"String"}},
                 "processVariables":{"rag":{"value":"GREEN","type":"String"}},"all":true}""");
        HttpResponse<String> wrong = api.post("/message", """
                {"messageName":"supportWithdrawn","correlationKeys":{"rag":{"value":"BLUE","type":"String"}}}""");
        assertThat(right.statusCode()).isEqualTo(403);
        assertThat(right.body()).isEqualTo(wrong.body());
        assertThat(runtime.getVariable(instance, RAG)).isEqualTo("RED");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theEnginesOwnJobsAreNobodys(Role role) {
        String cleanUp = history.cleanUpHistoryAsync(false).getId();
        Api api = Api.as(people.with(role), Api.Door.PROGRAMS, port);
        assertThat(api.put("/job/" + cleanUp + "/suspended", "{\"suspended\":true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.put("/job/" + cleanUp + "/retries", "{\"retries\":0}").statusCode())
                .isEqualTo(403);
        assertThat(api.put("/job/" + cleanUp + "/duedate", "{\"duedate\":\"2099-01-01T00:00:00.000+0000\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.delete("/job/" + cleanUp).statusCode()).isEqualTo(403);

        workAs(role);
        assertThatThrownBy(() -> jobs.setJobRetries(cleanUp, 0)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> jobs.setJobDuedate(cleanUp, null)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> jobs.deleteJob(cleanUp)).isInstanceOf(AuthorizationException.class);
        identities.clearAuthentication();
        assertThat(jobs.createJobQuery().jobId(cleanUp).singleResult())
                .extracting(Job::isSuspended)
                .isEqualTo(false);
    }

    @ParameterizedTest
    @EnumSource(Api.Door.class)
    void anAdministratorReadsNoCase(Api.Door door) {
        String task = processes.taskOf(instance);
        Api api = Api.as(people.with(Role.ADMINISTRATOR), door, port);
        for (String path : List.of(
                "/task?maxResults=10",
                "/task/" + task,
                "/task/" + task + "/form-variables",
                "/process-instance/" + instance,
                "/process-instance?maxResults=10",
                "/history/process-instance?maxResults=10",
                "/filter?maxResults=10",
                "/process-definition?maxResults=10",
                "/deployment?maxResults=10")) {
            assertThat(api.get(path).statusCode()).as(path).isEqualTo(403);
        }
        Browser browser = new Browser(port);
        browser.signIn(people.with(Role.ADMINISTRATOR), TestPeople.PASSWORD);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);

        workAs(Role.ADMINISTRATOR);
        assertThat(tasks.createTaskQuery().count()).isZero();
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
        assertThat(runtime.createVariableInstanceQuery().count()).isZero();
    }

    private static String right(String to, int kind, String id) {
        return "{\"type\":1,\"permissions\":[\"ALL\"],%s,\"resourceType\":%d,\"resourceId\":\"%s\"}"
                .formatted(to, kind, id);
    }

    @ParameterizedTest
    @CsvSource({
        "userId, 6, *",
        "userId, 8, *",
        "groupId:camunda-admin, 6, *",
        "groupId:commissioner, 8, *",
        "groupId:cqc-advisers, 0, cockpit",
        "groupId:cqc-advisers, 9, *",
        "groupId:cqc-advisers, 1, *",
        "groupId:cqc-advisers, 13, *"
    })
    void anAdministratorGivesNoRightsToPeopleOrRolesNorMoreThanTasklistNeeds(String to, int kind, String id) {
        String administrator = people.with(Role.ADMINISTRATOR);
        Api api = Api.as(administrator, Api.Door.WEB_APPLICATIONS, port);
        String field = to.equals("userId")
                ? "\"userId\":\"" + administrator + "\""
                : "\"groupId\":\"" + to.replace("groupId:", "") + "\"";
        HttpResponse<String> answer = api.post("/authorization/create", right(field, kind, id));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Only groups that are not roles");
    }

    @Test
    void anAdministratorGivesAGroupOfAModelWhatItNeedsAndTakesItBack() {
        Api api = Api.as(people.with(Role.ADMINISTRATOR), Api.Door.WEB_APPLICATIONS, port);
        for (JsonNode needed : List.of(
                Browser.json(api.post("/authorization/create", right("\"groupId\":\"cqc-advisers\"", 0, "tasklist"))),
                Browser.json(api.post(
                        "/authorization/create",
                        right("\"groupId\":\"cqc-advisers\"", Resources.PROCESS_DEFINITION.resourceType(), "x"))))) {
            String id = needed.get("id").asText();
            String asPerson = right("\"userId\":\"me\"", 6, "x");
            assertThat(api.put("/authorization/" + id, asPerson).statusCode()).isEqualTo(403);
            assertThat(api.delete("/authorization/" + id).statusCode()).isEqualTo(204);
        }
        JsonNode ofRoles = Browser.json(api.get("/authorization?groupIdIn=coordinator&maxResults=1"));
        String ofRole = ofRoles.get(0).get("id").asText();
        assertThat(api.delete("/authorization/" + ofRole).statusCode()).isEqualTo(403);
        assertThat(api.put("/authorization/" + ofRole, right("\"groupId\":\"cqc-advisers\"", 6, "x"))
                        .statusCode())
                .isEqualTo(403);
    }

    private static final String NOTE = "{}";

    @ParameterizedTest
    @CsvSource({
        "Origin, https://example.org",
        "Origin, null",
        "Origin, http://localhost:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "User-Agent, Mozilla/5.0 Electron/30"
    })
    void aPageOfAnotherSiteCannotUseAPasswordThatTheBrowserKnows(String header, String value) {
        boolean harmless = header.equals("User-Agent");
        for (Api.Door door : Api.Door.values()) {
            Api api = Api.as(people.with(Role.COORDINATOR), door, port);
            HttpResponse<String> answer = api.post("/filter/x/count", NOTE, header, value);
            if (harmless) {
                assertThat(answer.body()).doesNotContain("Another site");
            } else {
                assertThat(answer.statusCode()).as(door.name()).isEqualTo(403);
                assertThat(answer.body()).contains("Another site may not ask for this.");
            }
        }
    }

    /** Otherwise it would learn whether somebody is signed in here, and could have a browser try out passwords. */
    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/version", "/camunda/api/engine/engine"})
    void aPageOfAnotherSiteIsRefusedBeforeAnybodyIsAskedToSignIn(String address) {
        Browser browser = new Browser(port);
        for (String password : List.of("", "Basic bm9ib2R5OndpdGhvdXQ=")) {
            HttpRequest.Builder request = browser.request(address).header("Sec-Fetch-Site", "cross-site");
            if (!password.isEmpty()) {
                request.header("Authorization", password);
            }
            HttpResponse<String> answer = browser.send(request.GET());
            assertThat(answer.statusCode()).as(address + password).isEqualTo(403);
            assertThat(answer.body()).contains("Another site may not ask for this.");
        }
    }

    @Test
    void ourOwnPagesMaySendWhatTheySend() {
        Api api = Api.as(people.with(Role.COORDINATOR), Api.Door.WEB_APPLICATIONS, port);
        assertThat(api.post("/filter/x/count", NOTE, "Origin", "http://localhost:" + port)
                        .body())
                .doesNotContain("Another site");
        assertThat(api.post("/filter/x/count", NOTE, "Sec-Fetch-Site", "same-origin")
                        .body())
                .doesNotContain("Another site");
    }

    /** The Camunda Modeler is a page of its own browser, opened from a file. */
    @Test
    void theModelerIsNoForeignPage() {
        Browser browser = new Browser(port);
        HttpResponse<String> modeler = browser.send(browser.request("/engine-rest/version")
                .header("Authorization", Api.basic(people.with(Role.PROCESS_MANAGER)))
                .header("Origin", "file://")
                .header("Sec-Fetch-Site", "cross-site")
                .header("User-Agent", "Mozilla/5.0 (X11) Chrome/120 camunda-modeler/5.30.0 Electron/28.0 Safari/537")
                .GET());
        assertThat(modeler.statusCode()).isEqualTo(200);
        HttpResponse<String> page = browser.send(browser.request("/engine-rest/version")
                .header("Authorization", Api.basic(people.with(Role.PROCESS_MANAGER)))
                .header("Origin", "file://")
                .header("User-Agent", "Mozilla/5.0 (X11) Chrome/120 Safari/537")
                .GET());
        assertThat(page.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/version", "/api/cases"})
    void programsAreAskedForAPasswordAndBrowsersAreNot(String address) {
        Browser client = new Browser(port);
        HttpResponse<String> program = client.send(client.request(address)
                .header("Authorization", "Basic bm9ib2R5OndpdGhvdXQ=")
                .GET());
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Roving PM\"");
        for (String header : List.of("Sec-Fetch-Mode: navigate", "User-Agent: Mozilla/5.0 (X11) Firefox/130")) {
            HttpResponse<String> browser = client.send(client.request(address)
                    .header("Authorization", "Basic bm9ib2R5OndpdGhvdXQ=")
                    .header(header.split(": ")[0], header.split(": ")[1])
                    .GET());
            assertThat(browser.statusCode()).isEqualTo(401);
            assertThat(browser.headers().firstValue("WWW-Authenticate"))
                    .as(header)
                    .isEmpty();
        }
    }
}
