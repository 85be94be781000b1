package org.rovingpm.opentask;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.TestProcesses;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.hiddencase.KeepOut;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each list of Tasklist, for each role, at both doors: what is in it, what is not, how it is searched and sorted. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenTaskListsTest {

    private static final LocalDate DAY = LocalDate.of(2031, 7, 1);
    private static final String ALL = "?firstResult=0&maxResults=2000";

    /** Which of a person's tasks each list shows. */
    private static final Map<String, Set<String>> OF_TEAMS = Map.of(
            "My tasks", Set.of("own"),
            "My team", Set.of("free"),
            "Red cases", Set.of("own", "free", "another's"),
            "Due today", Set.of("own", "free"),
            "Overdue", Set.of("own"),
            "All open tasks", Set.of("own", "free", "another's"),
            "On hold", Set.of("on hold"));

    private static final Map<String, Set<String>> OF_PMS =
            Map.of("My tasks", Set.of("own"), "Due today", Set.of("own"), "Overdue", Set.of("own"));

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestProcesses processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private KeepOut keepOut;

    @Autowired
    private SupportCases cases;

    @Autowired
    private OpenTasks openTasks;

    @Autowired
    private TaskReaders readers;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void deploy() {
        processes.deploy();
    }

    @AfterAll
    void undeploy() {
        processes.undeploy();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private CaseReference reference() {
        return new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
    }

    private static String practice(CaseReference reference) {
        return "Practice " + reference.value().substring("RPM-2026-".length());
    }

    private String task(CaseReference reference, LocalTime due) {
        String task = processes.taskOf(processes.start(SupportCaseProcess.KEY, reference.value()));
        tasks.setDueDate(task, Date.from(DAY.atTime(due).atZone(SchemeTime.ZONE).toInstant()));
        return task;
    }

    private String task(LocalTime due) {
        return task(reference(), due);
    }

    /** One task of each kind, by the name of the kind. */
    private Map<String, String> tasksAround(String person) {
        Map<String, String> around = new LinkedHashMap<>();
        around.put("own", task(LocalTime.of(11, 0)));
        processes.assign(around.get("own"), person);
        around.put("free", task(LocalTime.of(13, 0)));
        around.put("another's", task(LocalTime.of(13, 0)));
        tasks.setDueDate(
                around.get("another's"),
                Date.from(DAY.plusDays(2).atStartOfDay(SchemeTime.ZONE).toInstant()));
        processes.assign(around.get("another's"), people.with(Role.COORDINATOR));
        around.put("on hold", task(LocalTime.of(11, 0)));
        runtime.suspendProcessInstanceById(tasks.createTaskQuery()
                .taskId(around.get("on hold"))
                .singleResult()
                .getProcessInstanceId());
        CaseReference ofInterest = reference();
        around.put("of interest", task(ofInterest, LocalTime.of(11, 0)));
        declareInterest.declare(person, cases.get(ofInterest).leadingPractice(), "My sister is a partner.");
        CaseReference closedTo = reference();
        around.put("kept out", task(closedTo, LocalTime.of(11, 0)));
        keepOut.keepOut(new KeepOut.Form(closedTo.value(), person, "A quarrel."), people.with(Role.SERVICE_MANAGER));
        return around;
    }

    private static Map<String, String> lists(Api api) {
        Map<String, String> ids = new LinkedHashMap<>();
        Browser.json(api.get("/filter?resourceType=Task&maxResults=50"))
                .forEach(filter ->
                        ids.put(filter.get("name").asText(), filter.get("id").asText()));
        return ids;
    }

    private static List<String> page(Api api, String list, String search) {
        List<String> ids = new ArrayList<>();
        JsonNode found = Browser.json(api.post("/filter/%s/list%s".formatted(list, ALL), search));
        assertThat(found.isArray()).as(found.toString()).isTrue();
        found.forEach(task -> ids.add(task.get("id").asText()));
        return ids;
    }

    private static int count(Api api, String list, String search) {
        return Browser.json(api.post("/filter/%s/count".formatted(list), search))
                .get("count")
                .asInt();
    }

    static Stream<Arguments> rolesAtEachDoor() {
        return Stream.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.ROVING_PM, Role.LIAISON)
                .flatMap(role -> Arrays.stream(Api.Door.values()).map(door -> Arguments.of(role, door)));
    }

    @ParameterizedTest
    @MethodSource("rolesAtEachDoor")
    void eachListShowsItsTasksAndNoneOfAHiddenCase(Role role, Api.Door door) {
        clock.setTo(DAY + "T12:00");
        String person = people.with(role);
        Map<String, String> around = tasksAround(person);
        Api api = Api.as(person, door, port);
        Map<String, Set<String>> expected = role == Role.ROVING_PM
                ? OF_PMS
                : role == Role.LIAISON
                        ? Map.of("My tasks", Set.of(), "Due today", Set.of(), "Overdue", Set.of())
                        : OF_TEAMS;
        Map<String, Set<String>> found = new LinkedHashMap<>();
        lists(api).forEach((name, list) -> {
            List<String> page = page(api, list, "{}");
            assertThat(count(api, list, "{}")).as("count of " + name).isEqualTo(page.size());
            assertThat(api.count("/filter/%s/count".formatted(list))).as(name).isEqualTo(page.size());
            Set<String> shown = new TreeSet<>();
            around.forEach((kind, task) -> {
                if (page.contains(task)) {
                    shown.add(kind);
                }
            });
            found.put(name, shown);
        });
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"processVariables":[{"name":"practiceName","operator":"eq","value":"%s"}]}
        {"processVariables":[{"name":"practiceName","operator":"like","value":"%%%s"}]}
        {"processVariables":[{"name":"PRACTICENAME","operator":"eq","value":"%s"}],"variableNamesIgnoreCase":true}
        {"processVariables":[{"name":"practiceName","operator":"eq","value":"%s"},{"name":"rag","operator":"eq","value":"RED"}]}
        {"orQueries":[{"processVariables":[{"name":"practiceName","operator":"eq","value":"%s"}],"name":"no such name"}]}""", quoteCharacter = '~')
    void aTaskIsFoundByItsPractice(String search) {
        CaseReference reference = reference();
        String task = task(reference, LocalTime.NOON);
        task(LocalTime.NOON);
        Api api = Api.as(people.with(Role.COORDINATOR), Api.Door.WEB_APPLICATIONS, port);
        String list = lists(api).get("All open tasks");
        String asked = search.formatted(practice(reference));
        assertThat(page(api, list, asked)).containsExactly(task);
        assertThat(count(api, list, asked)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"processInstanceBusinessKey":"%s"}
        {"processInstanceBusinessKeyLike":"%%%s"}
        {"processVariables":[{"name":"caseReference","operator":"eq","value":"%s"}]}
        {"processVariables":[{"name":"caseReference","operator":"like","value":"%s"}],"name":"nothing"}
        {"processInstanceBusinessKey":"%s","processDefinitionName":"no such process"}""", quoteCharacter = '~')
    void aTaskIsFoundByItsCase(String search) {
        CaseReference reference = reference();
        String task = task(reference, LocalTime.NOON);
        Api api = Api.as(people.with(Role.COORDINATOR), Api.Door.WEB_APPLICATIONS, port);
        List<String> found = page(api, lists(api).get("All open tasks"), search.formatted(reference.value()));
        if (search.contains("nothing") || search.contains("no such process")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).containsExactly(task);
        }
    }

    /** Tasklist asks for active tasks in whichever list; and it sends an order where nobody has chosen one. */
    @Test
    void aListKeepsItsStateAndItsOrderUntilAnotherIsChosen() {
        clock.setTo(DAY + "T12:00");
        String person = people.with(Role.COORDINATOR);
        Map<String, String> around = tasksAround(person);
        Api api = Api.as(person, Api.Door.WEB_APPLICATIONS, port);
        Map<String, String> lists = lists(api);
        String notChosen = "{\"active\":true,\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}";
        String lastDueFirst = "{\"active\":true,\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"desc\"}]}";
        assertThat(page(api, lists.get("On hold"), notChosen)).contains(around.get("on hold"));
        List<String> inOrder = page(api, lists.get("All open tasks"), notChosen);
        assertThat(inOrder.stream().filter(around::containsValue))
                .containsExactly(around.get("own"), around.get("free"), around.get("another's"));
        List<String> reversed = page(api, lists.get("All open tasks"), lastDueFirst);
        assertThat(reversed.stream().filter(around::containsValue))
                .containsExactly(around.get("another's"), around.get("free"), around.get("own"));
    }

    @Test
    void aSearchThatTheTableDoesNotKnowIsAnsweredByTheEngine() {
        CaseReference reference = reference();
        String task = task(reference, LocalTime.NOON);
        Api api = Api.as(people.with(Role.COORDINATOR), Api.Door.WEB_APPLICATIONS, port);
        String list = lists(api).get("All open tasks");
        assertThat(page(
                        api,
                        list,
                        "{\"processInstanceBusinessKey\":\"%s\",\"executionId\":\"%s\"}"
                                .formatted(
                                        reference.value(),
                                        tasks.createTaskQuery()
                                                .taskId(task)
                                                .singleResult()
                                                .getExecutionId())))
                .containsExactly(task);
    }

    @Test
    void pagesFollowOneAnother() {
        Api api = Api.as(people.with(Role.COORDINATOR), Api.Door.PROGRAMS, port);
        for (int at = 0; at < 4; at++) {
            task(LocalTime.NOON);
        }
        String list = lists(api).get("All open tasks");
        List<String> all = page(api, list, "{}");
        List<String> byPages = new ArrayList<>();
        for (int first = 0; first < all.size(); first += 3) {
            Browser.json(api.post("/filter/%s/list?firstResult=%d&maxResults=3".formatted(list, first), "{}"))
                    .forEach(task -> byPages.add(task.get("id").asText()));
        }
        assertThat(byPages).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void aCardNamesThePracticesOfItsCaseToWhoeverMayDoTheTask() {
        CaseReference reference = reference();
        String task = task(reference, LocalTime.NOON);
        Api api = Api.as(people.with(Role.COORDINATOR), Api.Door.WEB_APPLICATIONS, port);
        JsonNode cards =
                Browser.json(api.hal("/filter/%s/list%s".formatted(lists(api).get("All open tasks"), ALL)));
        JsonNode card = StreamSupport.stream(
                        cards.path("_embedded").path("task").spliterator(), false)
                .filter(one -> one.get("id").asText().equals(task))
                .findFirst()
                .orElseThrow();
        Map<String, String> shown = new LinkedHashMap<>();
        card.path("_embedded")
                .path("variable")
                .forEach(variable -> shown.put(
                        variable.get("name").asText(), variable.get("value").asText()));
        assertThat(shown)
                .containsEntry("practiceName", practice(reference))
                .containsEntry("caseReference", reference.value())
                .containsEntry("rag", "Red");
    }

    /** A process manager sees that there is a task, and could otherwise guess its practice by searching. */
    @Test
    void whoeverOnlySeesThatThereIsATaskLearnsNothingOfItsPractice() {
        CaseReference reference = reference();
        String task = task(reference, LocalTime.NOON);
        TaskReader manager = readers.of(people.with(Role.PROCESS_MANAGER));
        TaskQuestion ofCase = TaskQuestion.all()
                .where(TaskCondition.caseReference(TaskCondition.Comparison.EQUAL, reference.value(), false));
        assertThat(openTasks.page(ofCase, manager, 0, 10)).containsExactly(task);
        assertThat(openTasks.practicesOf(List.of(task), manager)).isEmpty();
        assertThat(openTasks.page(
                        ofCase.where(TaskCondition.practice(TaskCondition.Comparison.LIKE, "%")), manager, 0, 10))
                .isEmpty();
        TaskReader coordinator = readers.of(people.with(Role.COORDINATOR));
        assertThat(openTasks.practicesOf(List.of(task), coordinator)).containsEntry(task, practice(reference));
    }

    @Test
    void whoeverIsInTwoGroupsIsOfferedATaskOnce() {
        String task = task(LocalTime.NOON);
        Api api = Api.as(people.with(Role.COORDINATOR, Role.SERVICE_MANAGER), Api.Door.PROGRAMS, port);
        assertThat(page(api, lists(api).get("My team"), "{}").stream().filter(task::equals))
                .hasSize(1);
    }

    @Test
    void nobodyReadsAListThatIsNotTheirs() {
        Api coordinator = Api.as(people.with(Role.COORDINATOR), Api.Door.PROGRAMS, port);
        String list = lists(coordinator).get("My team");
        Api pm = Api.as(people.with(Role.ROVING_PM), Api.Door.PROGRAMS, port);
        assertThat(pm.get("/filter/%s/count".formatted(list)).statusCode()).isEqualTo(403);
        assertThat(pm.post("/filter/%s/list%s".formatted(list, ALL), "{}").statusCode())
                .isEqualTo(403);
        assertThat(pm.get("/filter/no-such-list/count").statusCode()).isEqualTo(403);
        assertThat(coordinator
                        .post("/filter/%s/list?firstResult=0&maxResults=2001".formatted(list), "{}")
                        .statusCode())
                .isEqualTo(400);
    }

    /** A step of a process that the case's process has called, without handing on its reference. */
    @Test
    void aTaskOfACalledProcessIsHiddenWithItsCase() {
        CaseReference reference = reference();
        String calling = processes.start(SupportCaseProcess.KEY, reference.value());
        String called = processes.start(SupportCaseProcess.KEY, "a key of its own");
        String task = processes.taskOf(called);
        jdbc.sql("update act_ru_execution set root_proc_inst_id_ = ? where id_ = ?")
                .param(calling)
                .param(called)
                .update();
        String person = people.with(Role.COORDINATOR);
        Api api = Api.as(person, Api.Door.PROGRAMS, port);
        String list = lists(api).get("All open tasks");
        assertThat(page(api, list, "{}")).contains(task);

        declareInterest.declare(person, cases.get(reference).leadingPractice(), "My sister is a partner.");

        assertThat(page(api, list, "{}")).doesNotContain(task);
    }
}
