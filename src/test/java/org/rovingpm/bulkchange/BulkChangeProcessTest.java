package org.rovingpm.bulkchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.roster.Barrier;
import org.rovingpm.roster.LiftBarrier;
import org.rovingpm.stuck.RunningSteps;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** bulk-change.bpmn: rows that are done, that are refused, and that are done once. */
@ApplicationTest
@StartsAt
class BulkChangeProcessTest {

    @Autowired
    private StartBulkChange startBulkChange;

    @Autowired
    private BulkChanges changes;

    @Autowired
    private ProcessBulkItems processBulkItems;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestPeople people;

    @Autowired
    private IdentityService identities;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private Timeline timeline;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private LiftBarrier liftBarrier;

    @Autowired
    private BulkItemQuery bulkItemQuery;

    @Autowired
    private RunningSteps steps;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private MovableClock clock;

    private final List<String> cases = new ArrayList<>();
    private String absent;
    private String substitute;
    private Viewer manager;

    @BeforeEach
    void peopleOfTheOffice() {
        absent = people.with(Role.COORDINATOR);
        substitute = people.with(Role.COORDINATOR);
        manager = new Viewer(people.with(Role.SERVICE_MANAGER), Set.of("service-manager"));
    }

    @AfterEach
    void leaveNothingRunning() {
        cases.forEach(scheme::forget);
        processes
                .createProcessInstanceQuery()
                .processDefinitionKey(BulkChangeProcess.KEY)
                .list()
                .forEach(running -> processes.deleteProcessInstance(running.getId(), "End of the test"));
    }

    private String taskOf(String person, String practice) {
        String reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice(practice)));
        cases.add(reference);
        tasks.setAssignee(
                scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getId(),
                person);
        return reference;
    }

    private String assignee(String reference) {
        return scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getAssignee();
    }

    private long ask(Viewer viewer, BulkChange.Kind kind, String to, Integer days) {
        return startBulkChange.start(
                viewer,
                new StartBulkChange.Form(kind, absent, to, days, null, "Ill until January.", true),
                UUID.randomUUID().toString());
    }

    private void process() {
        for (Job job = job(); job != null; job = job()) {
            jobs.executeJob(job.getId());
        }
    }

    private Job job() {
        return jobs.createJobQuery().processDefinitionKey(BulkChangeProcess.KEY).singleResult();
    }

    @Test
    void allTasksOfAnAbsentPersonAreGivenToAnotherEachOnceAndOnTheRecord() {
        List<String> references = IntStream.range(10, 33)
                .mapToObj(number -> taskOf(absent, "Z974" + number))
                .toList();
        String done = references.get(0);
        long id = ask(manager, BulkChange.Kind.REASSIGN, substitute, null);
        assertThat(changes.progress(id, manager.user())).isEqualTo(new BulkChange.Progress(23, 0, 0));
        scheme.forget(done);
        process();

        assertThat(changes.progress(id, manager.user())).isEqualTo(new BulkChange.Progress(23, 22, 1));
        assertThat(changes.rows(id, manager.user(), 0, 50).get(0).explanation())
                .isEqualTo("The task has already been done.");
        assertThat(references.subList(1, 23)).allSatisfy(reference -> {
            assertThat(assignee(reference)).isEqualTo(substitute);
            assertThat(timeline.latest(new CaseReference(reference))).hasValueSatisfying(entry -> {
                assertThat(entry.what()).isEqualTo("Task given to another person: Assess request");
                assertThat(entry.who()).isEqualTo(manager.user());
                assertThat(entry.reason()).isEqualTo("Ill until January.");
            });
        });
        tasks.setAssignee(
                scheme.task(references.get(1), SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getId(),
                absent);
        assertThat(processBulkItems.next(id))
                .as("run again, as after a restart")
                .isTrue();
        assertThat(assignee(references.get(1))).isEqualTo(absent);
    }

    @Test
    void aTaskThatSomebodyElseChangesAtThatMomentIsTriedAgainAndTheModelIsNotBlamed() {
        String reference = taskOf(absent, "Z97440");
        long id = ask(manager, BulkChange.Kind.REASSIGN, substitute, null);
        CompletableFuture<Boolean> bulk = transaction.execute(status -> {
            jdbc.sql("update act_ru_task set rev_ = rev_ + 1 where id_ = :task")
                    .param(
                            "task",
                            scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                                    .getId())
                    .update();
            CompletableFuture<Boolean> working = CompletableFuture.supplyAsync(() -> processBulkItems.next(id));
            while (jdbc.sql("select count(*) from pg_locks where not granted")
                            .query(Long.class)
                            .single()
                    == 0) {
                assertThat(working).isNotDone();
            }
            return working;
        });
        assertThat(bulk.join()).isTrue();
        assertThat(changes.progress(id, manager.user())).isEqualTo(new BulkChange.Progress(1, 1, 0));
        assertThat(assignee(reference)).isEqualTo(substitute);
    }

    @Test
    void aRowThatIsRefusedStopsNoOther() {
        String partial = taskOf(absent, "Z97440");
        String other = taskOf(absent, "Z97441");
        scheme.pm("pm-bulk");
        identities.createMembership("pm-bulk", "coordinator");
        declareInterest.declare("pm-bulk", new OdsCode("Z97440"), "My brother works there.");
        long id = ask(manager, BulkChange.Kind.REASSIGN, "pm-bulk", null);
        process();

        assertThat(assignee(partial)).isEqualTo(absent);
        assertThat(assignee(other)).isEqualTo("pm-bulk");
        assertThat(changes.rows(id, manager.user(), 0, 50))
                .extracting(BulkChange.Row::outcome)
                .containsExactlyInAnyOrder(BulkChange.Outcome.REFUSED, BulkChange.Outcome.DONE);
        scheme.leave("pm-bulk");
    }

    private String offered(String practice) {
        String reference = scheme.offered(practice, absent);
        cases.add(reference);
        return reference;
    }

    private String supported(String practice) {
        String reference = offered(practice);
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                absent,
                Map.of("answer", "ACCEPT", "noConflict", true));
        return reference;
    }

    private String explanation(long id, String reference) {
        return changes.rows(id, manager.user(), 0, 50).stream()
                .filter(row -> row.reference().equals(reference))
                .findFirst()
                .orElseThrow()
                .explanation();
    }

    @Test
    void anotherPmIsLookedForInEveryCaseOfAnAbsentPmAsWhenTheyWithdraw() {
        absent = scheme.pm("pm-bulk-absent");
        String supported = supported("Z97480");
        String offered = offered("Z97481");
        String held = supported("Z97482");
        scheme.start(
                CaseChangeProcess.KEY,
                "coordinator",
                Map.of(
                        "caseReference",
                        held,
                        "change",
                        "PUT_ON_HOLD",
                        "holdUntil",
                        "2026-12-04",
                        "reason",
                        "Building work."));
        String gone = supported("Z97483");
        long id = ask(manager, BulkChange.Kind.FIND_ANOTHER_PM, "left-from-before", 3);
        assertThat(changes.find(id).orElseThrow())
                .as("nothing that belongs to another kind")
                .extracting(BulkChange::toPerson, BulkChange::days)
                .containsExactly(null, null);
        assertThat(changes.rows(id, manager.user(), 0, 50))
                .extracting(BulkChange.Row::label)
                .containsExactlyInAnyOrder(
                        "Introducing the PM", "Unanswered offer", "Introducing the PM", "Introducing the PM");
        scheme.start(
                CaseChangeProcess.KEY,
                absent,
                Map.of("caseReference", gone, "change", "PM_WITHDRAWS", "reason", "I am ill."));
        process();

        assertThat(explanation(id, supported))
                .isEqualTo("Their support has ended; the search for another PM has started");
        assertThat(scheme.passed(supported, CaseChangeProcess.KEY))
                .as("by the very process")
                .contains(CaseChangeProcess.Elements.CASE_CHANGED);
        assertThat(timeline.of(new CaseReference(supported), 0, 50))
                .filteredOn(entry -> entry.what().equals("Placement ended"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo(manager.user());
                    assertThat(entry.oldValue()).isEqualTo(absent);
                    assertThat(entry.reason()).isEqualTo("Ill until January.");
                });
        scheme.fire(supported, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        assertThat(scheme.shown(supported, ManagerMatchingProcess.Elements.CHOOSE_PM)
                        .toString())
                .contains("Was placed in this case before");

        assertThat(explanation(id, offered)).isEqualTo("Their offer has ended; the search for another PM has started");
        Job deadline = jobs.createJobQuery()
                .processInstanceId(scheme.task(offered, ManagerMatchingProcess.Elements.RESPOND_TO_OFFER)
                        .getProcessInstanceId())
                .timers()
                .singleResult();
        assertThat(deadline.getDuedate()).as("fires now").isBeforeOrEqualTo(java.util.Date.from(clock.instant()));
        jobs.executeJob(deadline.getId());
        scheme.fire(offered, ManagerMatchingProcess.Elements.WITHDRAW_OFFER);
        scheme.fire(offered, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        assertThat(scheme.shown(offered, ManagerMatchingProcess.Elements.CHOOSE_PM)
                        .toString())
                .contains("Gave no answer in time when this case was offered before");
        assertThat(timeline.of(new CaseReference(offered), 0, 50))
                .filteredOn(entry -> "Ill until January.".equals(entry.reason()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.what()).isEqualTo("Time to answer the offer ended early"));

        assertThat(explanation(id, held))
                .isEqualTo("Their support has ended; the search for another PM begins when the case is resumed");
        assertThat(explanation(id, gone)).isEqualTo("The case is no longer theirs.");
        assertThat(changes.progress(id, manager.user())).isEqualTo(new BulkChange.Progress(4, 3, 1));
        scheme.complete(
                supported,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", absent));
        assertThat(processBulkItems.next(id))
                .as("run again, as after a restart")
                .isTrue();
        assertThat(scheme.openSteps(supported))
                .as("what has come of it since")
                .containsExactly(ManagerMatchingProcess.Elements.RESPOND_TO_OFFER);
        scheme.leave(absent);
    }

    @Test
    void noCaseLosesItsPmUnconfirmedOrByWhoeverHasAnInterestInItsPractice() {
        absent = scheme.pm("pm-bulk-away");
        String free = offered("Z97484");
        String barredLater = offered("Z97485");
        String barred = offered("Z97486");
        manager = new Viewer(scheme.pm("pm-bulk-manager"), Set.of("service-manager"));
        identities.createMembership(manager.user(), "service-manager");
        declareInterest.declare(manager.user(), new OdsCode("Z97486"), "My brother works there.");
        assertThatThrownBy(() -> startBulkChange.start(
                        manager,
                        new StartBulkChange.Form(
                                BulkChange.Kind.FIND_ANOTHER_PM, absent, null, null, null, "Ill.", null),
                        UUID.randomUUID().toString()))
                .hasMessageContaining("confirm that one is to be found");
        assertThatThrownBy(() -> ask(
                        new Viewer("somebody", Set.of("coordinator", "process-manager", "roving-pm")),
                        BulkChange.Kind.FIND_ANOTHER_PM,
                        null,
                        null))
                .hasMessageContaining("role may not do this");
        assertThatThrownBy(() -> ask(manager, BulkChange.Kind.REASSIGN, substitute, null))
                .hasMessageContaining("choose “Find another PM for every case of an absent PM” instead");

        long id = ask(manager, BulkChange.Kind.FIND_ANOTHER_PM, null, null);
        declareInterest.declare(manager.user(), new OdsCode("Z97485"), "My sister has begun there.");
        process();
        assertThat(changes.rows(id, "anybody", 0, 50))
                .extracting(BulkChange.Row::reference, BulkChange.Row::explanation)
                .containsExactlyInAnyOrder(
                        tuple(free, "Their offer has ended; the search for another PM has started"),
                        tuple(barredLater, "The person who started this may no longer see the case."));
        assertThat(scheme.openSteps(barred)).containsExactly(ManagerMatchingProcess.Elements.RESPOND_TO_OFFER);
        scheme.leave(absent);
        scheme.leave(manager.user());
    }

    @Test
    void aBulkChangeLeavesOutCasesWithAPracticeInWhichThePersonHasAnInterest() {
        String reference = taskOf(absent, "Z97443");
        scheme.join(reference, scheme.practice("Z97444"));
        long id = ask(manager, BulkChange.Kind.MOVE_DEADLINES, null, 1);
        scheme.pm("pm-bulk-merger");
        assertThat(bulkItemQuery.tasksOf(absent, "pm-bulk-merger", 10)).hasSize(1);
        assertThat(changes.rows(id, "pm-bulk-merger", 0, 50)).hasSize(1);

        declareInterest.declare("pm-bulk-merger", new OdsCode("Z97444"), "My sister works there.");
        assertThat(bulkItemQuery.tasksOf(absent, "pm-bulk-merger", 10)).isEmpty();
        assertThat(changes.rows(id, "pm-bulk-merger", 0, 50)).isEmpty();
        scheme.leave("pm-bulk-merger");
    }

    @Test
    void anInterestHoldsUntilTheDayOfItsEndByTheSchemesClock() {
        clock.moveTo(Instant.now().plus(Duration.ofDays(3)));
        String reference = taskOf(absent, "Z97442");
        String task = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getId();
        long id = ask(manager, BulkChange.Kind.MOVE_DEADLINES, null, 1);
        scheme.pm("pm-bulk-ended");
        identities.createMembership("pm-bulk-ended", "coordinator");
        declareInterest.declare("pm-bulk-ended", new OdsCode("Z97442"), "My sister works there.");
        assertThat(bulkItemQuery.tasksOf(absent, "pm-bulk-ended", 10)).isEmpty();
        assertThat(changes.rows(id, "pm-bulk-ended", 0, 50)).isEmpty();
        assertThat(steps.candidates(task))
                .extracting(StaffDirectory.Person::id)
                .contains(substitute)
                .doesNotContain("pm-bulk-ended");

        liftBarrier.end("pm-bulk-ended", new OdsCode("Z97442"), Barrier.INTEREST, "She has left.", manager.user());
        assertThat(bulkItemQuery.tasksOf(absent, "pm-bulk-ended", 10))
                .extracting(BulkItemQuery.Row::reference)
                .containsExactly(reference);
        assertThat(changes.rows(id, "pm-bulk-ended", 0, 50)).hasSize(1);
        assertThat(steps.candidates(task)).extracting(StaffDirectory.Person::id).contains("pm-bulk-ended");
        scheme.leave("pm-bulk-ended");
    }

    @Test
    void deadlinesMoveByWorkingDays() {
        String reference = taskOf(absent, "Z97450");
        Instant before = scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                .getDueDate()
                .toInstant();
        ask(manager, BulkChange.Kind.MOVE_DEADLINES, null, 3);
        process();

        assertThat(scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getDueDate()
                        .toInstant())
                .isEqualTo(calendar.add(before, Duration.ofHours(24)));
        assertThat(timeline.latest(new CaseReference(reference)).orElseThrow().what())
                .isEqualTo("Deadline moved: Assess request");

        clock.setTo("2026-12-14T09:00");
        ask(manager, BulkChange.Kind.MOVE_DEADLINES, null, 1);
        process();
        assertThat(scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getDueDate()
                        .toInstant())
                .as("what is late moves from now on")
                .isCloseTo(
                        Instant.parse("2026-12-14T17:00:00Z"),
                        org.assertj.core.api.Assertions.within(16, java.time.temporal.ChronoUnit.HOURS));
    }

    @Test
    void thePageOfOneKeyIsWorkedOffOnceHoweverOftenItIsSent() {
        taskOf(absent, "Z97460");
        String key = UUID.randomUUID().toString();
        StartBulkChange.Form form =
                new StartBulkChange.Form(BulkChange.Kind.REASSIGN, absent, substitute, null, null, "Ill.", null);
        long first = startBulkChange.start(manager, form, key);

        assertThat(startBulkChange.start(manager, form, key)).isEqualTo(first);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey(BulkChangeProcess.KEY)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void onlyTheRoleWhoseItIsDoesItAlsoWhenItsTimeHasCome() {
        String reference = taskOf(absent, "Z97470");
        for (String group : List.of("coordinator", "process-manager", "roving-pm")) {
            assertThatThrownBy(() ->
                            ask(new Viewer("somebody", Set.of(group)), BulkChange.Kind.REASSIGN, substitute, null))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("role may not do this");
        }
        long id = ask(manager, BulkChange.Kind.REASSIGN, substitute, null);
        identities.deleteMembership(manager.user(), "service-manager");
        process();
        assertThat(assignee(reference)).isEqualTo(absent);
        assertThat(changes.rows(id, "anybody", 0, 50))
                .extracting(BulkChange.Row::explanation)
                .containsExactly("Your role may not do this.");
    }

    @Test
    void whatIsMissingOrRemainsIsReported() {
        assertThatThrownBy(() -> ask(manager, BulkChange.Kind.REASSIGN, null, null))
                .hasMessageContaining("Say who gets the tasks.");
        assertThatThrownBy(() -> ask(manager, BulkChange.Kind.MOVE_DEADLINES, null, null))
                .hasMessageContaining("how many working days");
        assertThatThrownBy(() -> ask(manager, BulkChange.Kind.REASSIGN, substitute, null))
                .hasMessageContaining("There is nothing to do");
    }
}
