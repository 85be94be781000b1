package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.access.Role.ADMINISTRATOR;
import static org.rovingpm.access.Role.BUDGET_HOLDER;
import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.LIAISON;
import static org.rovingpm.access.Role.PROCESS_MANAGER;
import static org.rovingpm.access.Role.ROVING_PM;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.query.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every role against what it may see and do, over HTTP, at both doors of the engine. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {

    /** Past the rights: what has a form then wants it filled in. */
    private static final List<Integer> ALLOWED = List.of(200, 422);
    /** Not allowed, or not to be seen at all. */
    private static final List<Integer> REFUSED = List.of(403, 404);

    private static final Set<Role> SEE_CASES = Set.of(COORDINATOR, SERVICE_MANAGER, PROCESS_MANAGER);
    private static final Map<String, Set<Role>> START = Map.of(
            SupportCaseProcess.KEY, Set.of(COORDINATOR, SERVICE_MANAGER, LIAISON),
            CaseChangeProcess.KEY, Set.of(COORDINATOR, SERVICE_MANAGER, ROVING_PM),
            RosterChangeProcess.KEY, Set.of(COORDINATOR, SERVICE_MANAGER),
            ManagerMatchingProcess.KEY, Set.of(),
            JobPlanApprovalProcess.KEY, Set.of(),
            WeeklyCheckInProcess.KEY, Set.of(),
            CaseClosureProcess.KEY, Set.of());

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
    private JdbcClient jdbc;

    private String someonesCase;
    private String someonesTask;

    @BeforeAll
    void startCases() {
        processes.deploy();
        someonesCase = processes.start(SupportCaseProcess.KEY, "RPM-2026-9001");
        someonesTask = processes.taskOf(someonesCase);
        processes.assign(someonesTask, people.with(ROVING_PM));
        processes.start(JobPlanApprovalProcess.KEY, "RPM-2026-9001");
    }

    @AfterAll
    void removeCases() {
        processes.undeploy();
    }

    static Stream<Arguments> everyRoleAtEachDoor() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Api.Door.values()).map(door -> Arguments.of(role, door)));
    }

    private Api api(Role role, Api.Door door) {
        return Api.as(people.with(role), door, port);
    }

    /** How many there are; none where the list is not open to the caller. */
    private static int counted(Api api, String path) {
        return Math.max(api.count(path), 0);
    }

    private static int listed(Api api, String path) {
        JsonNode list = Browser.json(api.get(path));
        return list.isArray() ? list.size() : 0;
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEachDoor")
    void seesTheTasksOfItsProcessesAndNoOther(Role role, Api.Door door) {
        Api api = api(role, door);
        int both = SEE_CASES.contains(role) ? 1 : 0;
        assertThat(counted(api, "/task/count?processInstanceId=" + someonesCase))
                .isEqualTo(both);
        assertThat(listed(api, "/task?processInstanceId=" + someonesCase + "&maxResults=10"))
                .isEqualTo(both);
        assertThat(api.get("/task/" + someonesTask).statusCode()).isIn(both == 1 ? List.of(200) : REFUSED);
        int plans = both == 1 || role == BUDGET_HOLDER ? 1 : 0;
        assertThat(counted(
                        api,
                        "/task/count?processDefinitionKey=job-plan-approval&processInstanceBusinessKey=RPM-2026-9001"))
                .isEqualTo(plans);
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEachDoor")
    void readsVariablesInFormsAndInCockpitOnly(Role role, Api.Door door) {
        Api api = api(role, door);
        for (String variables : List.of(
                "/process-instance/" + someonesCase + "/variables",
                "/execution/" + someonesCase + "/localVariables",
                "/task/" + someonesTask + "/variables",
                "/history/variable-instance?maxResults=10&processInstanceId=" + someonesCase,
                "/history/detail?maxResults=10&processInstanceId=" + someonesCase)) {
            assertThat(api.get(variables).statusCode()).as(variables).isIn(REFUSED);
        }
        JsonNode inCockpit = Browser.json(
                api.post("/variable-instance/count", "{\"processInstanceIdIn\":[\"" + someonesCase + "\"]}"));
        assertThat(inCockpit.path("count").asInt() > 0).isEqualTo(role == PROCESS_MANAGER);
    }

    /** The rights behind the doors, without a door before them. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void hasRightsToVariablesAndHistoryOfItsProcessesAndNoOther(Role role) {
        boolean sees = SEE_CASES.contains(role);
        identities.setAuthentication(people.with(role), List.of(role.group()));
        try {
            for (Query<?, ?> query : List.of(
                    runtime.createProcessInstanceQuery().processInstanceId(someonesCase),
                    runtime.createVariableInstanceQuery().processInstanceIdIn(someonesCase),
                    tasks.createTaskQuery().processInstanceId(someonesCase),
                    history.createHistoricProcessInstanceQuery().processInstanceId(someonesCase),
                    history.createHistoricVariableInstanceQuery().processInstanceId(someonesCase),
                    history.createHistoricActivityInstanceQuery().processInstanceId(someonesCase),
                    history.createHistoricTaskInstanceQuery().processInstanceId(someonesCase))) {
                assertThat(query.count() > 0)
                        .as(query.getClass().getSimpleName())
                        .isEqualTo(sees);
            }
        } finally {
            identities.clearAuthentication();
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEachDoor")
    void startsTheProcessesOfItsRoleAndNoOther(Role role, Api.Door door) {
        Api api = api(role, door);
        START.forEach((process, roles) -> assertThat(
                        api.post("/process-definition/key/" + process + "/submit-form", "{\"variables\":{}}")
                                .statusCode())
                .as(process)
                .isIn(roles.contains(role) ? ALLOWED : REFUSED));
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEachDoor")
    void nobodyPassesTheFormsBy(Role role, Api.Door door) {
        Api api = api(role, door);
        assertThat(api.post("/process-definition/key/support-case/start", "{}").statusCode())
                .isIn(REFUSED);
        assertThat(api.post(
                                "/process-definition/key/support-case/start",
                                "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_work\"}]}")
                        .statusCode())
                .isIn(REFUSED);
        String value = "{\"value\":\"GREEN\",\"type\":\"String\"}";
        assertThat(api.put("/process-instance/" + someonesCase + "/variables/attempt", value)
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.put("/task/" + someonesTask + "/variables/attempt", value)
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.post(
                                "/process-instance/" + someonesCase + "/variables",
                                "{\"modifications\":{\"attempt\":" + value + "}}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Nor does anybody find another way to the engine than its doors: administrators have no power of their own. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void noRoleWritesVariablesOrStartsWithoutAForm(Role role) {
        identities.setAuthentication(people.with(role), List.of(role.group()));
        try {
            assertThatThrownBy(() -> runtime.setVariable(someonesCase, "attempt", "GREEN"))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey(SupportCaseProcess.KEY))
                    .isInstanceOf(AuthorizationException.class);
        } finally {
            identities.clearAuthentication();
        }
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEachDoor")
    void onlyProcessManagersDeploy(Role role, Api.Door door) {
        Api api = api(role, door);
        boolean deploys = role == PROCESS_MANAGER;
        assertThat(counted(api, "/deployment/count") > 0).isEqualTo(deploys);
        assertThat(api.deploy("note.form", "{\"id\": \"note\", \"type\": \"default\", \"components\": []}")
                        .statusCode())
                .isEqualTo(deploys ? 200 : 403);
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEachDoor")
    void onlyAdministratorsSeeAndChangeAccountsAndRights(Role role, Api.Door door) {
        Api api = api(role, door);
        boolean administers = role == ADMINISTRATOR;
        assertThat(api.count("/user/count") > 1).isEqualTo(administers);
        assertThat(api.count("/authorization/count") > 0).isEqualTo(administers);
        String person = people.with();
        assertThat(api.put("/group/coordinator/members/" + person, null).statusCode())
                .isEqualTo(administers ? 204 : 403);
        assertThat(api.delete("/user/" + person).statusCode()).isEqualTo(administers ? 204 : 403);
        assertThat(api.post(
                                "/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"Mine\",\"query\":{},\"properties\":{}}")
                        .statusCode())
                .as("task lists follow from the roles")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LIAISON", "BUDGET_HOLDER", "ROVING_PM", "COMMISSIONER", "PROCESS_MANAGER", "ADMINISTRATOR"})
    void doesNobodyElsesTaskAndDoesNotLearnWhetherThereIsOne(Role role) {
        Api api = api(role, Api.Door.PROGRAMS);
        for (String action : List.of("submit-form", "claim", "assignee", "unclaim", "complete", "delegate")) {
            String body = action.equals("submit-form") || action.equals("complete") ? "{}" : "{\"userId\":\"me\"}";
            HttpResponse<String> answer = api.post("/task/" + someonesTask + "/" + action, body);
            assertThat(answer.statusCode()).as(action).isIn(403, 422);
            HttpResponse<String> nothing = api.post("/task/no-such-task/" + action, body);
            assertThat(answer.body()).as(action).isEqualTo(nothing.body());
            assertThat(answer.statusCode()).as(action).isEqualTo(nothing.statusCode());
        }
        for (String page : List.of("", "/form", "/form-variables", "/deployed-form", "/identity-links", "/comment")) {
            if (role != PROCESS_MANAGER || page.equals("/form-variables")) {
                assertThat(api.get("/task/" + someonesTask + page).statusCode())
                        .as(page)
                        .isEqualTo(api.get("/task/no-such-task" + page).statusCode());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Api.Door.class)
    void aRovingPmSeesATaskWhileItIsTheirsAndNotAfterwards(Api.Door door) {
        String pm = people.with(ROVING_PM);
        String instance = processes.start(WeeklyCheckInProcess.KEY, "RPM-2026-9002");
        String task = processes.taskOf(instance);
        Api api = Api.as(pm, door, port);
        assertThat(api.count("/task/count")).isZero();
        processes.assign(task, pm);
        assertThat(api.count("/task/count")).isEqualTo(1);
        assertThat(api.get("/task/" + task).statusCode()).isEqualTo(200);
        assertThat(api.get("/task/" + task + "/form-variables").body()).contains("RPM-2026-9002");
        processes.assign(task, people.with(ROVING_PM));
        assertThat(api.count("/task/count")).isZero();
        assertThat(api.get("/task/" + task + "/form-variables").statusCode()).isEqualTo(404);
        processes.assign(task, pm);
        processes.complete(task);
        assertThat(api.count("/task/count")).isZero();
        assertThat(people.rightsOf(pm)).as("rows left behind").isZero();
    }

    @Test
    void aRovingPmSeesWhatTheirNextTaskOfTheSameProcessIsAbout() {
        String pm = people.with(ROVING_PM);
        String instance = processes.startTwoTasksOf(pm);
        String first = processes.taskOf(instance);
        processes.complete(first);
        Api api = Api.as(pm, Api.Door.WEB_APPLICATIONS, port);
        assertThat(processes.taskOf(instance)).isNotEqualTo(first);
        assertThat(api.get("/task/" + processes.taskOf(instance)).statusCode()).isEqualTo(200);
        assertThat(api.get("/task/" + processes.taskOf(instance) + "/form-variables")
                        .body())
                .contains("RPM-2026-9007");
        processes.complete(processes.taskOf(instance));
        assertThat(people.rightsOf(pm)).as("rows left behind").isZero();
    }

    @ParameterizedTest
    @EnumSource(Api.Door.class)
    void aTaskIsDoneByItsPersonOnlyWithARightToIt(Api.Door door) {
        String pm = people.with(ROVING_PM);
        String task = processes.taskOf(processes.start(WeeklyCheckInProcess.KEY, "RPM-2026-9006"));
        processes.assign(task, pm);
        people.withdrawRightsOf(pm);
        Api api = Api.as(pm, door, port);
        assertThat(api.post("/task/" + task + "/submit-form", "{}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theCardOfARovingPmShowsPracticeCaseAndRag() {
        String pm = people.with(ROVING_PM);
        CaseReference reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
        processes.assign(processes.taskOf(processes.start(WeeklyCheckInProcess.KEY, reference.value())), pm);
        Api api = Api.as(pm, Api.Door.WEB_APPLICATIONS, port);
        String list = "";
        for (JsonNode filter : Browser.json(api.get("/filter?resourceType=Task&maxResults=50"))) {
            list = filter.get("name").asText().equals("My tasks")
                    ? filter.get("id").asText()
                    : list;
        }
        assertThat(api.hal("/filter/" + list + "/list?maxResults=15").body())
                .contains(
                        "Practice " + reference.value().substring("RPM-2026-".length()),
                        "\"" + reference.value() + "\"",
                        "\"Red\"");
    }

    @Test
    void noRightIsKeptForAnyoneButRovingPms() {
        String coordinator = people.with(COORDINATOR);
        processes.assign(processes.taskOf(processes.start(CaseClosureProcess.KEY, "RPM-2026-9003")), coordinator);
        assertThat(people.rightsOf(coordinator)).isZero();
    }

    @Test
    void aRovingPmReadsAndCompletesTheirOwnTask() {
        String pm = people.with(ROVING_PM);
        String task = processes.taskOf(processes.start(WeeklyCheckInProcess.KEY, "RPM-2026-9004"));
        processes.assign(task, pm);
        Api api = Api.as(pm, Api.Door.WEB_APPLICATIONS, port);
        assertThat(api.get("/task/" + task + "/form").statusCode()).isEqualTo(200);
        assertThat(api.get("/task/" + task + "/form-variables").statusCode()).isEqualTo(200);
        assertThat(api.put("/task/" + task + "/variables/rag", "{\"value\":\"GREEN\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.post("/task/" + task + "/submit-form", "{}").statusCode())
                .isEqualTo(204);
    }
}
