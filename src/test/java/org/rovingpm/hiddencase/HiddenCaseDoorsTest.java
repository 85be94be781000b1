package org.rovingpm.hiddencase;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.query.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.TestProcesses;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hidden case at the doors of the engine: whoever it is hidden from has the answers of somebody who asks for what does not
 * exist, and a colleague of the same role has the case.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenCaseDoorsTest {

    private static final List<String> OF_THE_INSTANCE = List.of(
            "/process-instance/%s",
            "/process-instance/%s/variables",
            "/process-instance/%s/activity-instances",
            "/execution/%s/localVariables",
            "/history/process-instance/%s",
            "/history/activity-instance?maxResults=10&processInstanceId=%s");

    private static final List<String> OF_THE_TASK = List.of(
            "/task/%s",
            "/task/%s/form",
            "/task/%s/form-variables",
            "/task/%s/variables",
            "/task/%s/identity-links",
            "/task/%s/comment",
            "/history/task?maxResults=10&taskId=%s");

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestProcesses processes;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private KeepOut keepOut;

    @Autowired
    private MakeConfidential makeConfidential;

    @Autowired
    private SupportCases cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ProcessEngine engine;

    private CaseReference reference;
    private String instance;
    private String task;

    @BeforeAll
    void aCaseThatWaitsAtATask() {
        processes.deploy();
        reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
        instance = processes.start(SupportCaseProcess.KEY, reference.value());
        task = processes.taskOf(instance);
    }

    @AfterAll
    void removeIt() {
        processes.undeploy();
    }

    static Stream<Arguments> whoMeetsCasesAtEachDoor() {
        return Stream.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.PROCESS_MANAGER)
                .flatMap(role -> Arrays.stream(Api.Door.values()).map(door -> Arguments.of(role, door)));
    }

    private String withAnInterest(Role... roles) {
        String person = people.with(roles);
        declareInterest.declare(person, cases.get(reference).leadingPractice(), "My sister is a partner.");
        return person;
    }

    private String keptOut(Role role) {
        String person = people.with(role);
        keepOut.keepOut(new KeepOut.Form(reference.value(), person, "A quarrel."), people.with(Role.SERVICE_MANAGER));
        return person;
    }

    /** All that the engine can be asked about an instance, also by what no door is open for. */
    private List<Query<?, ?>> lists() {
        RuntimeService now = engine.getRuntimeService();
        HistoryService past = engine.getHistoryService();
        return List.of(
                engine.getTaskService().createTaskQuery().processInstanceId(instance),
                now.createProcessInstanceQuery().processInstanceId(instance),
                now.createExecutionQuery().processInstanceId(instance),
                now.createVariableInstanceQuery().processInstanceIdIn(instance),
                past.createHistoricProcessInstanceQuery().processInstanceId(instance),
                past.createHistoricTaskInstanceQuery().processInstanceId(instance),
                past.createHistoricActivityInstanceQuery().processInstanceId(instance),
                past.createHistoricVariableInstanceQuery().processInstanceId(instance),
                past.createHistoricDetailQuery().processInstanceId(instance));
    }

    private long counted(Query<?, ?> list, String person, Role... roles) {
        engine.getIdentityService()
                .setAuthentication(person, Arrays.stream(roles).map(Role::group).toList());
        try {
            return list.count();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER", "PROCESS_MANAGER"})
    void isInNoListAndNoCountOfWhoeverHasAnInterest(Role role) {
        String colleague = people.with(role);
        String interested = withAnInterest(role, Role.ROVING_PM);
        for (Query<?, ?> list : lists()) {
            String name = list.getClass().getSimpleName();
            assertThat(counted(list, colleague, role)).as(name).isPositive();
            assertThat(counted(list, interested, role, Role.ROVING_PM)).as(name).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER", "PROCESS_MANAGER"})
    void isInNoListOfWhoeverIsKeptOut(Role role) {
        String kept = keptOut(role);
        assertThat(lists()).allSatisfy(list -> assertThat(counted(list, kept, role))
                .as(list.getClass().getSimpleName())
                .isZero());
    }

    @ParameterizedTest
    @MethodSource("whoMeetsCasesAtEachDoor")
    void answersAsIfItDidNotExist(Role role, Api.Door door) {
        Api colleague = Api.as(people.with(role), door, port);
        Api interested = Api.as(withAnInterest(role), door, port);
        String unknown = UUID.randomUUID().toString();
        OF_THE_INSTANCE.forEach(path -> assertSame(path, interested, instance, unknown));
        OF_THE_TASK.forEach(path -> assertSame(path, interested, task, unknown));
        assertThat(colleague.get("/task/" + task).statusCode()).isEqualTo(200);
    }

    private static void assertSame(String path, Api api, String hidden, String unknown) {
        HttpResponse<String> ofHidden = api.get(path.formatted(hidden));
        HttpResponse<String> ofUnknown = api.get(path.formatted(unknown));
        assertThat(ofHidden.statusCode()).as(path).isEqualTo(ofUnknown.statusCode());
        assertThat(told(ofHidden, hidden)).as(path).isEqualTo(told(ofUnknown, unknown));
    }

    /** What an answer tells, apart from the id that was asked for and the number of a failure. */
    private static String told(HttpResponse<String> answer, String id) {
        return answer.body().replace(id, "?").replaceAll("the number [0-9a-f]{8}", "the number ?");
    }

    @ParameterizedTest
    @MethodSource("whoMeetsCasesAtEachDoor")
    void letsThemDoNothing(Role role, Api.Door door) {
        String person = withAnInterest(role, Role.ROVING_PM);
        Api interested = Api.as(person, door, port);
        String unknown = UUID.randomUUID().toString();
        for (String[] call : new String[][] {
            {"claim", "{\"userId\":\"%s\"}".formatted(person)},
            {"assignee", "{\"userId\":\"%s\"}".formatted(person)},
            {"complete", "{}"},
            {"submit-form", "{}"}
        }) {
            HttpResponse<String> ofHidden = interested.post("/task/" + task + "/" + call[0], call[1]);
            HttpResponse<String> ofUnknown = interested.post("/task/" + unknown + "/" + call[0], call[1]);
            assertThat(ofHidden.statusCode())
                    .as(call[0])
                    .isGreaterThanOrEqualTo(400)
                    .isEqualTo(ofUnknown.statusCode());
            assertThat(told(ofHidden, task)).as(call[0]).isEqualTo(told(ofUnknown, unknown));
        }
        interested.put("/process-instance/" + instance + "/suspended", "{\"suspended\":true}");
        assertThat(jdbc.sql("select assignee_ is null and suspension_state_ = 1 from act_ru_task where id_ = ?")
                        .param(task)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void letsThemDoNothingInAProcessThatItHasCalled() {
        String called = processes.taskOf(processes.startCalled(WeeklyCheckInProcess.KEY, reference.value()));
        String person = withAnInterest(Role.COORDINATOR);
        String claim = "/task/%s/claim".formatted(called);
        String by = "{\"userId\":\"%s\"}";

        assertThat(Api.as(person, Api.Door.PROGRAMS, port)
                        .post(claim, by.formatted(person))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);

        String colleague = people.with(Role.COORDINATOR);
        assertThat(Api.as(colleague, Api.Door.PROGRAMS, port)
                        .post(claim, by.formatted(colleague))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void isNotSuspendedByAProcessManagerWhoMayNotSeeIt() {
        String suspend = "/process-instance/" + instance + "/suspended";
        Api interested = Api.as(withAnInterest(Role.PROCESS_MANAGER), Api.Door.PROGRAMS, port);

        assertThat(interested.put(suspend, "{\"suspended\":true}").statusCode()).isGreaterThanOrEqualTo(400);

        assertThat(jdbc.sql("select suspension_state_ from act_ru_execution where id_ = ?")
                        .param(instance)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void cannotBeGivenToSomebodyFromWhomItIsHidden() {
        String interested = withAnInterest(Role.COORDINATOR);
        Api manager = Api.as(people.with(Role.SERVICE_MANAGER), Api.Door.PROGRAMS, port);

        HttpResponse<String> answer =
                manager.post("/task/" + task + "/assignee", "{\"userId\":\"%s\"}".formatted(interested));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("cannot be given to Tamsin Teasel: its case is hidden from them");
    }

    @Test
    void isNotInTheListsOfTasklist() {
        Api colleague = Api.as(people.with(Role.COORDINATOR), Api.Door.WEB_APPLICATIONS, port);
        Api interested = Api.as(withAnInterest(Role.COORDINATOR), Api.Door.WEB_APPLICATIONS, port);
        for (String name : List.of("My%20team", "Red%20cases", "All%20open%20tasks")) {
            String filter = Browser.json(colleague.get("/filter?maxResults=1&name=" + name))
                    .get(0)
                    .get("id")
                    .asText();
            String list = "/filter/%s/list?maxResults=2000".formatted(filter);
            assertThat(colleague.post(list, "{}").body()).as(name).contains(task);
            assertThat(interested.post(list, "{}").body()).as(name).doesNotContain(task, reference.value());
            int all = Browser.json(colleague.post("/filter/%s/count".formatted(filter), "{}"))
                    .get("count")
                    .asInt();
            assertThat(Browser.json(interested.post("/filter/%s/count".formatted(filter), "{}"))
                            .get("count")
                            .asInt())
                    .as(name)
                    .isLessThan(all);
        }
    }

    @Test
    void isNotInCockpitsOwnLists() {
        String list = "/camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=200";
        Browser colleague = signedIn(people.with(Role.PROCESS_MANAGER));
        Browser interested = signedIn(withAnInterest(Role.PROCESS_MANAGER));

        assertThat(colleague.send("POST", list, "{}").body()).contains(instance);
        HttpResponse<String> hidden = interested.send("POST", list, "{}");
        assertThat(hidden.statusCode()).isEqualTo(200);
        assertThat(hidden.body()).doesNotContain(instance, reference.value());
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        browser.get("/camunda/api/engine/engine/default/filter/count");
        return browser;
    }

    @Test
    void isOpenAgainWhenTheInterestHasEnded() {
        String person = withAnInterest(Role.COORDINATOR);
        Api api = Api.as(person, Api.Door.PROGRAMS, port);
        assertThat(api.count("/task/count?processInstanceId=" + instance)).isZero();

        declareInterest.end(person, cases.get(reference).leadingPractice(), "She has retired.", person);

        assertThat(api.count("/task/count?processInstanceId=" + instance)).isEqualTo(1);
    }

    /** A case on which nobody but a coordinator of its own is named. */
    private String confidentialInstance() {
        CaseReference other = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
        makeConfidential.make(
                other, new MakeConfidential.Form("A partner is accused.", List.of()), people.with(Role.COORDINATOR));
        return processes.start(SupportCaseProcess.KEY, other.value());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER"})
    void aConfidentialOneDoesNotExistForWhoeverIsNotNamed(Role role) {
        String confidential = confidentialInstance();
        Api api = Api.as(people.with(role), Api.Door.PROGRAMS, port);

        assertThat(api.count("/task/count?processInstanceId=" + confidential)).isZero();
        assertThat(api.get("/process-instance/" + confidential).statusCode()).isEqualTo(404);
        assertThat(api.get("/task/" + processes.taskOf(confidential)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void ofAConfidentialOneAProcessManagerSeesWhereItStandsAndNothingOfWhatItIsAbout() {
        String confidential = confidentialInstance();
        Api api = Api.as(people.with(Role.PROCESS_MANAGER), Api.Door.PROGRAMS, port);

        assertThat(api.get("/process-instance/" + confidential).body()).contains("businessKey");
        assertThat(api.get("/process-instance/%s/activity-instances".formatted(confidential))
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.get("/history/process-instance/" + confidential).statusCode())
                .isEqualTo(200);
        assertThat(api.count("/task/count?processInstanceId=" + confidential)).isZero();
        assertThat(api.get("/task/" + processes.taskOf(confidential)).statusCode())
                .isEqualTo(404);
        assertThat(Browser.json(api.post(
                                "/variable-instance/count",
                                "{\"processInstanceIdIn\":[\"%s\"]}".formatted(confidential)))
                        .get("count")
                        .asInt())
                .isZero();
        String manager = people.with(Role.PROCESS_MANAGER);
        HistoryService past = engine.getHistoryService();
        assertThat(List.<Query<?, ?>>of(
                        past.createHistoricTaskInstanceQuery().processInstanceId(confidential),
                        past.createHistoricVariableInstanceQuery().processInstanceId(confidential),
                        past.createHistoricDetailQuery().processInstanceId(confidential)))
                .allSatisfy(list ->
                        assertThat(counted(list, manager, Role.PROCESS_MANAGER)).isZero());
        assertThat(counted(
                        past.createHistoricActivityInstanceQuery().processInstanceId(confidential),
                        manager,
                        Role.PROCESS_MANAGER))
                .isPositive();
    }

    @Test
    void aConfidentialOneIsMendedByAProcessManager() {
        String confidential = confidentialInstance();
        Api api = Api.as(people.with(Role.PROCESS_MANAGER), Api.Door.PROGRAMS, port);

        assertThat(api.put("/process-instance/%s/suspended".formatted(confidential), "{\"suspended\":true}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(api.put("/process-instance/%s/suspended".formatted(confidential), "{\"suspended\":false}")
                        .statusCode())
                .isEqualTo(204);
    }
}
