package org.rovingpm.modelchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Cases with tokens in every state are tried on a changed process, moved to it, and go on. */
@ApplicationTest
@Transactional
class MoveCasesTest {

    private static final String REMINDER = "2031-03-03T09:00:00Z";
    private static final String SIGN = "userTask_sign";
    private static final String INTERESTED = "process-manager-8";
    private static final Map<String, String> SIGN_GOES_ON = Map.of(SIGN, "userTask_signAndSend");

    @Autowired
    private Scheme scheme;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private DeployedModels models;

    @Autowired
    private ModelChanges changes;

    @Autowired
    private MoveCases moveCases;

    @Autowired
    private CaseMoves moves;

    @Autowired
    private RunningCases runningCases;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private SupportCases cases;

    @Autowired
    private JdbcClient jdbc;

    private String before;
    private ModelChange change;
    private String instance;
    private String second;

    @BeforeEach
    void deployAndChange() {
        deploy(EveryKindOfToken.BEFORE);
        before = models.versionsOf(EveryKindOfToken.FILE).get(0).definition();
        instance = start("KIND-1");
        second = start("KIND-2");
        change = deploy(EveryKindOfToken.AFTER);
    }

    private ModelChange deploy(String model) {
        scheme.as("process-manager", () -> repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(EveryKindOfToken.FILE, model)
                .addString(EveryKindOfToken.CALLED_FILE, EveryKindOfToken.CALLED)
                .deploy());
        return changes.before(Long.MAX_VALUE, 1).get(0);
    }

    private String start(String reference) {
        String started = runtime.startProcessInstanceByKey(
                        EveryKindOfToken.KEY,
                        reference,
                        Map.of(
                                WeeklyCheckInProcess.Variables.REMINDER_AT,
                                REMINDER,
                                CaseChangeProcess.Variables.HOLD_ENDS_AT,
                                "2031-04-04T09:00:00Z"))
                .getId();
        Job failing = management
                .createJobQuery()
                .processInstanceId(started)
                .activityId("serviceTask_fails")
                .singleResult();
        management.setJobRetries(failing.getId(), 0);
        return started;
    }

    private MoveCases.Choice choice(Map<String, String> steps, String... instances) {
        return new MoveCases.Choice(EveryKindOfToken.FILE, before, steps, List.of(instances));
    }

    private void move(MoveCases.Choice choice) {
        scheme.as("process-manager", () -> {
            moveCases.move(change.id(), choice, "process-manager");
            return null;
        });
        work();
    }

    /** Does what the job executor would do for the latest batch. */
    private void work() {
        Batch batch = management
                .createBatchQuery()
                .batchId(moves.of(change.id())
                        .get(moves.of(change.id()).size() - 1)
                        .batch())
                .singleResult();
        management
                .createJobQuery()
                .jobDefinitionId(batch.getSeedJobDefinitionId())
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        management
                .createJobQuery()
                .jobDefinitionId(batch.getBatchJobDefinitionId())
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private String definitionOf(String moved) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(moved)
                .singleResult()
                .getProcessDefinitionId();
    }

    private String target() {
        return models.versionsOf(EveryKindOfToken.FILE).get(0).definition();
    }

    @Test
    void aCaseThatIsHiddenFromAManagerIsNeitherCountedNorListedNorMovedByThem() {
        CaseReference reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.RED);
        String hidden = runtime.startProcessInstanceById(
                        before,
                        reference.value(),
                        Map.of(
                                WeeklyCheckInProcess.Variables.REMINDER_AT,
                                REMINDER,
                                CaseChangeProcess.Variables.HOLD_ENDS_AT,
                                "2031-04-04T09:00:00Z"))
                .getId();
        declareInterest.declare(INTERESTED, cases.get(reference).leadingPractice(), "My sister is a partner.");

        assertThat(onOldVersion("process-manager").cases()).isEqualTo(3);
        assertThat(onOldVersion(INTERESTED).cases()).isEqualTo(2);
        assertThat(onOldVersion(INTERESTED).steps())
                .allSatisfy(step -> assertThat(step.cases()).isEqualTo(2));
        assertThat(scheme.as(INTERESTED, () -> moveCases.plan(change.id(), choice(SIGN_GOES_ON)))
                        .from()
                        .cases())
                .isEqualTo(2);
        assertThat(scheme.as(INTERESTED, () -> runningCases.on(before, 50)))
                .extracting(RunningCases.Running::instance)
                .containsExactlyInAnyOrder(instance, second);
        scheme.as(INTERESTED, () -> moveCases.tryOut(change.id(), choice(SIGN_GOES_ON, hidden), INTERESTED))
                .forEach(tried -> assertThat(tried.instance()).isNotEqualTo(hidden));

        scheme.as(INTERESTED, () -> {
            moveCases.move(change.id(), choice(SIGN_GOES_ON), INTERESTED);
            return null;
        });
        work();
        assertThat(List.of(definitionOf(instance), definitionOf(second), definitionOf(hidden)))
                .containsExactly(target(), target(), before);
        move(choice(SIGN_GOES_ON));
        assertThat(definitionOf(hidden)).isEqualTo(target());
        assertThat(moves.of(change.id())).extracting(CaseMoves.Move::cases).containsExactly(2L, 1L);
        assertThat(scheme.as(INTERESTED, () -> moves.of(change.id())))
                .extracting(CaseMoves.Move::cases)
                .containsExactly(2L);
    }

    private RunningCases.OnVersion onOldVersion(String person) {
        return scheme.as(person, () -> runningCases.of(EveryKindOfToken.KEY)).get(1);
    }

    private Task task(String step) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(step)
                .singleResult();
    }

    @Test
    void saysHowManyCasesRunOnWhichVersionAndWhere() {
        RunningCases.OnVersion old = runningCases.of(EveryKindOfToken.KEY).get(1);
        assertThat(old.cases()).isEqualTo(2);
        assertThat(old.steps())
                .extracting(RunningCases.AtStep::label)
                .containsExactlyInAnyOrder(
                        "Decide", "Day come", "Told to go on", "Wait for the call", "Work within", "Fails", "Sign");
        assertThat(runningCases.of(EveryKindOfToken.KEY).get(0).cases()).isZero();
    }

    @Test
    void asksForTheStepWhereTheOldOneIsGoneAndOffersThoseThatAreOfItsKind() {
        RunningCases.Plan plan = moveCases.plan(change.id(), choice(Map.of()));

        assertThat(plan.problems())
                .containsExactly(
                        "“Sign” is missing or different in the new version: choose the step to which its cases go.");
        assertThat(plan.mappings())
                .filteredOn(mapping -> mapping.step().equals(SIGN))
                .singleElement()
                .satisfies(mapping -> assertThat(mapping.possible())
                        .extracting(RunningCases.Target::label)
                        .contains("Confirm", "Sign and send")
                        .doesNotContain("Done", "Fails", "Within"));
        assertThat(moveCases.plan(change.id(), choice(SIGN_GOES_ON)).isPossible())
                .isTrue();
        assertThatThrownBy(() -> moveCases.move(change.id(), choice(Map.of()), "process-manager"))
                .hasMessageContaining("choose the step");
    }

    @Test
    void refusesAStepOfAnotherKindInPlainWords() {
        assertThatThrownBy(
                        () -> moveCases.move(change.id(), choice(Map.of(SIGN, "serviceTask_fails")), "process-manager"))
                .hasMessageContaining("“Sign” to “Fails”: The two steps are of different kinds.");
    }

    @Test
    void tryingAMoveSaysWhereEachTokenWouldGoAndChangesNothing() {
        List<RunningCases.Tried> tried =
                moveCases.tryOut(change.id(), choice(SIGN_GOES_ON, instance), "process-manager");

        assertThat(tried).singleElement().satisfies(one -> {
            assertThat(one.reference()).isEqualTo("KIND-1");
            assertThat(one.now()).contains("Sign", "Work within");
            assertThat(one.then()).contains("Sign and send", "Work inside", "Decide", "Fails");
            assertThat(one.problem()).isNull();
        });
        assertThat(definitionOf(instance)).isEqualTo(before);
        assertThat(task(SIGN)).isNotNull();
        assertThat(changes.stepsOf(change.id()))
                .extracting(ModelChangeStep::what)
                .containsExactly(ModelChangeStep.Kind.DEPLOYED, ModelChangeStep.Kind.TRIED);
        assertThat(moveCases.tryOut(change.id(), choice(Map.of(), instance), "process-manager"))
                .singleElement()
                .satisfies(one -> assertThat(one.problem())
                        .contains("“Sign”", "no step of the new version has been chosen for it"));
    }

    @Test
    void movedCasesKeepTheirPeopleAndTimersAndGoOn() {
        tasks.setAssignee(task("userTask_decide").getId(), "process-manager");
        move(choice(SIGN_GOES_ON));

        assertThat(definitionOf(instance)).isEqualTo(target());
        assertThat(moves.of(change.id())).singleElement().satisfies(move -> assertThat(move.moved())
                .isEqualTo(2));
        assertThat(task("userTask_decide").getAssignee()).isEqualTo("process-manager");
        assertThat(task("userTask_signAndSend").getName()).isEqualTo("Sign and send");
        assertThat(tasks.getIdentityLinksForTask(task("userTask_workWithin").getId()))
                .extracting(link -> link.getGroupId())
                .contains("process-manager");
        Job reminder = management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(WeeklyCheckInProcess.Timers.REMINDER_DUE)
                .singleResult();
        assertThat(reminder.getDuedate().toInstant()).isEqualTo(Instant.parse(REMINDER));
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .activityId("serviceTask_fails")
                        .singleResult()
                        .getRetries())
                .isZero();

        management.executeJob(reminder.getId());
        tasks.complete(task("userTask_decide").getId());
        assertThat(task("userTask_confirm"))
                .as("the step that the change added")
                .isNotNull();
        runtime.createMessageCorrelation(EveryKindOfToken.MESSAGE)
                .processInstanceId(instance)
                .correlate();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("intermediateEvent_dayCome")
                .singleResult()
                .getId());
        String called = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance)
                .singleResult()
                .getId();
        tasks.complete(
                tasks.createTaskQuery().processInstanceId(called).singleResult().getId());
        for (String step : List.of("userTask_confirm", "userTask_workWithin", "userTask_signAndSend")) {
            tasks.complete(task(step).getId());
        }
        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("serviceTask_fails");
    }

    @Test
    void onlyTheChosenCasesAreMovedAndWhoeverIsOverIsNotMissed() {
        moveCases.move(change.id(), choice(SIGN_GOES_ON, instance), "process-manager");
        runtime.deleteProcessInstance(instance, "Over before its turn");

        assertThat(definitionOf(second)).isEqualTo(before);
        assertThat(moves.of(change.id())).singleElement().satisfies(move -> {
            assertThat(move.cases()).isEqualTo(1);
            assertThat(move.ended()).isEqualTo(1);
            assertThat(move.isOver()).isTrue();
        });
    }

    @Test
    void aCaseOnHoldIsMovedAndStaysOnHold() {
        runtime.suspendProcessInstanceById(instance);
        move(choice(SIGN_GOES_ON));

        assertThat(definitionOf(instance)).isEqualTo(target());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .suspended()
                        .count())
                .isEqualTo(1);
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .active()
                        .count())
                .as("clocks that run")
                .isZero();
        runtime.activateProcessInstanceById(instance);
        tasks.complete(task("userTask_decide").getId());
        assertThat(task("userTask_confirm")).isNotNull();
    }

    @Test
    void casesAreMovedToWhatIsInForceOnly() {
        deploy(EveryKindOfToken.BEFORE);
        assertThatThrownBy(() -> moveCases.move(change.id(), choice(SIGN_GOES_ON), "process-manager"))
                .hasMessageContaining("A newer version of every-kind-of-token.bpmn is in force");
    }

    @Test
    void casesThatWereMovedCanBeMovedBackInTheReviewOfTheWayBack() {
        move(choice(SIGN_GOES_ON));
        ModelChange moved = change;
        String changed = target();
        scheme.complete(
                moved.name(),
                ChangeReviewProcess.Elements.REVIEW_CHANGE,
                "process-manager",
                Map.of(
                        "decision",
                        "GO_BACK",
                        "version",
                        RestoreEarlierVersion.BEFORE,
                        "reason",
                        "It was better before"));
        change = changes.before(Long.MAX_VALUE, 1).get(0);
        move(new MoveCases.Choice(EveryKindOfToken.FILE, changed, Map.of("userTask_signAndSend", SIGN), List.of()));

        assertThat(definitionOf(instance)).isEqualTo(target());
        assertThat(task(SIGN)).isNotNull();
        assertThat(moves.of(moved.id()).get(0).moved())
                .as("the first move stays on the record")
                .isEqualTo(2);
    }

    @Test
    void whoMayNotMoveCasesIsRefusedByTheEngine() {
        for (String person : List.of("coordinator", "service-manager", "liaison", "budget-holder", "commissioner")) {
            assertThatThrownBy(() -> scheme.as(person, () -> {
                        moveCases.move(change.id(), choice(SIGN_GOES_ON), person);
                        return null;
                    }))
                    .as(person)
                    .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
        }
    }
}
