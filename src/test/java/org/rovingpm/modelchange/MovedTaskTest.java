package org.rovingpm.modelchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an open task whose case is moved to a version that has another task in its place. */
@ApplicationTest
@Transactional
class MovedTaskTest {

    private static final String FILE = "look-twice.bpmn";
    private static final String BEFORE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            id="definitions_lookTwice" targetNamespace="https://rovingpm.org/tests">
          <bpmn:process id="look-twice" name="Look twice" isExecutable="true" camunda:historyTimeToLive="P30D">
            <bpmn:startEvent id="startEvent_seen" name="Seen" />
            <bpmn:userTask id="userTask_look" name="Look" camunda:candidateGroups="coordinator">
              <bpmn:documentation>Look at it.</bpmn:documentation>
            </bpmn:userTask>
            <bpmn:endEvent id="endEvent_looked" name="Looked" />
            <bpmn:sequenceFlow id="flow_seen_look" sourceRef="startEvent_seen" targetRef="userTask_look" />
            <bpmn:sequenceFlow id="flow_look_looked" sourceRef="userTask_look" targetRef="endEvent_looked" />
          </bpmn:process>
        </bpmn:definitions>
        """;
    private static final String TASK = "name=\"Look\" camunda:candidateGroups=\"coordinator\"";

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private RunningCases runningCases;

    @Autowired
    private JdbcClient jdbc;

    private String instance;
    private String before;

    @BeforeEach
    void aTaskIsOpen() {
        before = deploy(BEFORE);
        instance = runtime.startProcessInstanceByKey("look-twice", "LOOK-1", Map.of(CaseVariables.RAG, "RED"))
                .getId();
    }

    private String deploy(String model) {
        return scheme.as("process-manager", () -> repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(FILE, model)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId());
    }

    private void moveTo(String model) {
        String after = deploy(model);
        runtime.newMigration(runtime.createMigrationPlan(before, after)
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(instance)
                .execute();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private List<String> groups() {
        return tasks.getIdentityLinksForTask(task().getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .toList();
    }

    @Test
    void itHasTheNameTextPeopleDueDateAndPriorityOfTheNewVersion() {
        tasks.setAssignee(task().getId(), people.with(Role.COORDINATOR));
        moveTo(BEFORE.replace(
                        TASK,
                        "name=\"Look again\" camunda:candidateGroups=\"service-manager\" camunda:priority=\"70\" camunda:dueDate=\"2031-05-01T09:00:00Z\"")
                .replace("Look at it.", "Look at it once more."));

        assertThat(task().getName()).isEqualTo("Look again");
        assertThat(task().getDescription()).isEqualTo("Look at it once more.");
        assertThat(groups()).containsExactly("service-manager");
        assertThat(task().getAssignee())
                .as("who is in no group to which it is offered")
                .isNull();
        assertThat(task().getPriority()).isEqualTo(70);
        assertThat(task().getDueDate().toInstant()).isEqualTo(Instant.parse("2031-05-01T09:00:00Z"));
        assertThat(history.createHistoricTaskInstanceQuery()
                        .taskId(task().getId())
                        .singleResult()
                        .getName())
                .isEqualTo("Look again");
        assertThat(jdbc.sql("select name from published_open_task where task_id = :task")
                        .param("task", task().getId())
                        .query(String.class)
                        .single())
                .isEqualTo("Look again");
        assertThat(jdbc.sql("select group_id from published_open_task_group where task_id = :task")
                        .param("task", task().getId())
                        .query(String.class)
                        .list())
                .containsExactly("service-manager");
    }

    @Test
    void whatTheNewVersionLeavesStaysAsPeopleHaveMadeIt() {
        String coordinator = people.with(Role.COORDINATOR);
        Task task = task();
        task.setAssignee(coordinator);
        task.setDueDate(Date.from(Instant.parse("2031-06-01T09:00:00Z")));
        task.setPriority(33);
        tasks.saveTask(task);
        moveTo(BEFORE.replace(TASK, "name=\"Look again\" camunda:candidateGroups=\"coordinator,service-manager\""));

        assertThat(task().getAssignee()).isEqualTo(coordinator);
        assertThat(task().getPriority()).isEqualTo(33);
        assertThat(task().getDueDate().toInstant()).isEqualTo(Instant.parse("2031-06-01T09:00:00Z"));
        assertThat(groups()).containsExactlyInAnyOrder("coordinator", "service-manager");
    }

    @Test
    void aDueDateThatTheNewVersionNoLongerSetsIsThatOfTheServiceLevels() {
        Date byLevels = task().getDueDate();
        before = deploy(BEFORE.replace(TASK, TASK + " camunda:dueDate=\"2031-05-01T09:00:00Z\""));
        runtime.deleteProcessInstance(instance, "Another");
        instance = runtime.startProcessInstanceByKey("look-twice", "LOOK-2", Map.of(CaseVariables.RAG, "RED"))
                .getId();
        assertThat(task().getDueDate()).isNotEqualTo(byLevels);
        moveTo(BEFORE);

        assertThat(task().getDueDate()).isCloseTo(byLevels, 60_000);
    }

    @Test
    void aTrialSaysWhatTheTaskWillBeAndLeavesItAsItIs() {
        String after = deploy(
                BEFORE.replace(
                        TASK,
                        "name=\"Look again\" camunda:candidateGroups=\"service-manager\" camunda:dueDate=\"2031-05-01T09:00:00Z\""));
        List<RunningCases.Tried> tried =
                scheme.as("process-manager", () -> runningCases.tryOut(before, after, Map.of(), List.of(instance)));

        assertThat(tried).singleElement().satisfies(one -> {
            assertThat(one.now()).startsWith("Look (Coordinators, due ");
            assertThat(one.then()).isEqualTo("Look again (Service managers, due 1 May 2031, 10:00)");
        });
        assertThat(task().getName()).isEqualTo("Look");
        assertThat(groups()).containsExactly("coordinator");
    }
}
