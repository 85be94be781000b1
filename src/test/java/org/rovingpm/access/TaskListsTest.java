package org.rovingpm.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lists that Tasklist opens with. Counts are compared before and after, for other tests may have tasks too. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskListsTest {

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
    private MovableClock clock;

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

    private static Map<String, String> lists(Api api) {
        Map<String, String> ids = new LinkedHashMap<>();
        JsonNode found = Browser.json(api.get("/filter?resourceType=Task&maxResults=50"));
        if (found.isArray()) {
            found.forEach(filter ->
                    ids.put(filter.get("name").asText(), filter.get("id").asText()));
        }
        return ids;
    }

    private static Map<String, Integer> counts(Api api) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        lists(api).forEach((name, id) -> counts.put(name, api.count("/filter/" + id + "/count")));
        return counts;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        COORDINATOR     | My tasks,My team,Red cases,Due today,Overdue,All open tasks,On hold
        SERVICE_MANAGER | My tasks,My team,Red cases,Due today,Overdue,All open tasks,On hold
        BUDGET_HOLDER   | My tasks,My team,Red cases,Due today,Overdue,All open tasks,On hold
        LIAISON         | My tasks,Due today,Overdue
        ROVING_PM       | My tasks,Due today,Overdue
        COMMISSIONER    | ''
        PROCESS_MANAGER | Process changes""")
    void everyRoleFindsItsLists(Role role, String names) {
        assertThat(String.join(
                        ",",
                        lists(Api.as(people.with(role), Api.Door.PROGRAMS, port)).keySet().stream()
                                .sorted()
                                .toList()))
                .isEqualTo(String.join(
                        ",", List.of(names.split(",")).stream().sorted().toList()));
    }

    @Test
    void aTaskMovesFromListToList() {
        String coordinator = people.with(Role.COORDINATOR);
        Api api = Api.as(coordinator, Api.Door.WEB_APPLICATIONS, port);
        Map<String, Integer> before = counts(api);
        assertThat(before.values()).as("every list can be counted").allMatch(count -> count >= 0);
        String instance = processes.start(SupportCaseProcess.KEY, "RPM-2026-9201");
        assertMore(
                before,
                counts(api),
                Map.of("My tasks", 0, "My team", 1, "Red cases", 1, "All open tasks", 1, "On hold", 0));
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        tasks.claim(task.getId(), coordinator);
        assertMore(before, counts(api), Map.of("My tasks", 1, "My team", 0, "Red cases", 1));
        runtime.suspendProcessInstanceById(instance);
        assertMore(before, counts(api), Map.of("My tasks", 0, "Red cases", 0, "All open tasks", 0, "On hold", 1));
    }

    @Test
    void todayIsADayInLondon() {
        Api api = Api.as(people.with(Role.COORDINATOR), Api.Door.PROGRAMS, port);
        LocalDate day = LocalDate.of(2031, 7, 1);
        clock.setTo(day + "T12:00");
        Map<String, Integer> before = counts(api);
        due(day.atTime(0, 30).atZone(ZoneId.of("Europe/London")));
        assertMore(before, counts(api), Map.of("Due today", 1, "Overdue", 1));
        due(day.atTime(23, 30).atZone(ZoneId.of("Europe/London")));
        assertMore(before, counts(api), Map.of("Due today", 2, "Overdue", 1));
        due(day.plusDays(1).atTime(0, 30).atZone(ZoneId.of("Europe/London")));
        assertMore(before, counts(api), Map.of("Due today", 2, "Overdue", 1));
    }

    private void due(ZonedDateTime when) {
        String task = processes.taskOf(processes.start(SupportCaseProcess.KEY, "RPM-2026-9202"));
        tasks.setDueDate(task, Date.from(when.toInstant()));
    }

    private static void assertMore(
            Map<String, Integer> before, Map<String, Integer> after, Map<String, Integer> expected) {
        expected.forEach((name, more) ->
                assertThat(after.get(name) - before.get(name)).as(name).isEqualTo(more));
    }
}
