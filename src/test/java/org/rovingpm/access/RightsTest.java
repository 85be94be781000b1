package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rovingpm.access.Role.ADMINISTRATOR;
import static org.rovingpm.access.Role.BUDGET_HOLDER;
import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.LIAISON;
import static org.rovingpm.access.Role.PROCESS_MANAGER;
import static org.rovingpm.access.Role.ROVING_PM;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every role against what it may see and do, over HTTP, at both doors of the engine. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {

    /** Past the rights: what has a form then wants it filled in. */
    private static final List<Integer> ALLOWED = List.of(200, 422);
    /** Not allowed, or not to be seen at all. */
    private static final List<Integer> REFUSED = List.of(403, 404);

    private static final Set<Role> SEE_CASES = Set.of(COORDINATOR, SERVICE_MANAGER, PROCESS_MANAGER, ADMINISTRATOR);
    private static final Set<Role> DEPLOY = Set.of(PROCESS_MANAGER, ADMINISTRATOR);
    private static final Map<String, Set<Role>> START = Map.of(
            SupportCaseProcess.KEY, Set.of(COORDINATOR, SERVICE_MANAGER, LIAISON, ADMINISTRATOR),
            CaseChangeProcess.KEY, Set.of(COORDINATOR, SERVICE_MANAGER, ROVING_PM, ADMINISTRATOR),
            RosterChangeProcess.KEY, Set.of(COORDINATOR, SERVICE_MANAGER, ADMINISTRATOR),
            ManagerMatchingProcess.KEY, Set.of(ADMINISTRATOR),
            JobPlanApprovalProcess.KEY, Set.of(ADMINISTRATOR),
            WeeklyCheckInProcess.KEY, Set.of(ADMINISTRATOR),
            CaseClosureProcess.KEY, Set.of(ADMINISTRATOR));

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestProcesses processes;

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

    @ParameterizedTest
    @MethodSource("everyRoleAtEachDoor")
    void seesTheTasksOfItsProcessesAndNoOther(Role role, Api.Door door) {
        Api api = api(role, door);
        int both = SEE_CASES.contains(role) ? 1 : 0;
        assertThat(api.count("/task/count?processInstanceId=" + someonesCase)).isEqualTo(both);
        assertThat(Browser.json(api.get("/task?processInstanceId=" + someonesCase + "&maxResults=10")))
                .hasSize(both);
        assertThat(api.get("/task/" + someonesTask).statusCode()).isEqualTo(both == 1 ? 200 : 404);
        int plans = both == 1 || role == BUDGET_HOLDER ? 1 : 0;
        assertThat(api.count(
                        "/task/count?processDefinitionKey=job-plan-approval&processInstanceBusinessKey=RPM-2026-9001"))
                .isEqualTo(plans);
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEachDoor")
    void readsVariablesAndHistoryOfItsProcessesAndNoOther(Role role, Api.Door door) {
        Api api = api(role, door);
        boolean sees = SEE_CASES.contains(role);
        assertThat(api.get("/process-instance/" + someonesCase + "/variables").statusCode())
                .isEqualTo(sees ? 200 : 403);
        for (String list : new String[] {
            "/process-instance/count?processInstanceIds=",
            "/history/process-instance/count?processInstanceId=",
            "/history/task/count?processInstanceId="
        }) {
            assertThat(api.count(list + someonesCase)).as(list).isEqualTo(sees ? 1 : 0);
        }
        for (String list : new String[] {
            "/variable-instance/count?processInstanceIdIn=",
            "/history/variable-instance/count?processInstanceId=",
            "/history/activity-instance/count?processInstanceId="
        }) {
            assertThat(api.count(list + someonesCase) > 0).as(list).isEqualTo(sees);
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
    void nobodyButAnAdministratorPassesTheFormsBy(Role role, Api.Door door) {
        Api api = api(role, door);
        List<Integer> expected = role == ADMINISTRATOR ? ALLOWED : REFUSED;
        assertThat(api.post("/process-definition/key/support-case/start", "{}").statusCode())
                .isIn(expected);
        assertThat(api.post(
                                "/process-definition/key/support-case/start",
                                "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_work\"}]}")
                        .statusCode())
                .isIn(expected);
        String value = "{\"value\":\"GREEN\",\"type\":\"String\"}";
        int written = role == ADMINISTRATOR ? 204 : 403;
        assertThat(api.put("/process-instance/" + someonesCase + "/variables/attempt", value)
                        .statusCode())
                .isEqualTo(written);
        assertThat(api.put("/task/" + someonesTask + "/variables/attempt", value)
                        .statusCode())
                .isEqualTo(written);
        assertThat(api.post(
                                "/process-instance/" + someonesCase + "/variables",
                                "{\"modifications\":{\"attempt\":" + value + "}}")
                        .statusCode())
                .isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEachDoor")
    void onlyProcessManagersAndAdministratorsDeploy(Role role, Api.Door door) {
        Api api = api(role, door);
        assertThat(api.count("/deployment/count") > 0).isEqualTo(DEPLOY.contains(role));
        assertThat(api.deploy("note.form", "{\"id\": \"note\", \"type\": \"default\", \"components\": []}")
                        .statusCode())
                .isEqualTo(DEPLOY.contains(role) ? 200 : 403);
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
                .isEqualTo(administers ? 200 : 403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LIAISON", "BUDGET_HOLDER", "ROVING_PM", "COMMISSIONER", "PROCESS_MANAGER"})
    void completesNobodyElsesTask(Role role) {
        Api api = api(role, Api.Door.PROGRAMS);
        assertThat(api.post("/task/" + someonesTask + "/complete", "{}").statusCode())
                .isEqualTo(403);
        assertThat(api.post("/task/" + someonesTask + "/submit-form", "{}").statusCode())
                .isEqualTo(403);
        assertThat(api.post("/task/" + someonesTask + "/claim", "{\"userId\":\"me\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.post("/task/" + someonesTask + "/assignee", "{\"userId\":\"me\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.post("/task/" + someonesTask + "/delegate", "{\"userId\":\"me\"}")
                        .statusCode())
                .isEqualTo(403);
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
        assertThat(api.get("/process-instance/" + instance + "/variables").body())
                .contains("Larkspur Surgery");
        processes.assign(task, people.with(ROVING_PM));
        assertThat(api.count("/task/count")).isZero();
        assertThat(api.get("/process-instance/" + instance + "/variables").statusCode())
                .isEqualTo(403);
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
        assertThat(api.get("/process-instance/" + instance + "/variables").body())
                .contains("Larkspur Surgery");
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
                .isEqualTo(403);
        assertThat(api.post("/task/" + task + "/complete", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void theCardOfARovingPmShowsPracticeCaseAndRag() {
        String pm = people.with(ROVING_PM);
        processes.assign(processes.taskOf(processes.start(WeeklyCheckInProcess.KEY, "RPM-2026-9005")), pm);
        Api api = Api.as(pm, Api.Door.WEB_APPLICATIONS, port);
        String list = "";
        for (JsonNode filter : Browser.json(api.get("/filter?resourceType=Task&maxResults=50"))) {
            list = filter.get("name").asText().equals("My tasks")
                    ? filter.get("id").asText()
                    : list;
        }
        assertThat(api.hal("/filter/" + list + "/list?maxResults=15").body())
                .contains("Larkspur Surgery", "RPM-2026-9005", "RED");
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
