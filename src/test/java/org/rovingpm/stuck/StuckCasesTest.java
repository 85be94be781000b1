package org.rovingpm.stuck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rovingpm.placement.PlacementStory.OBJECTIVE;
import static org.rovingpm.placement.PlacementStory.PM;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.hiddencase.MakeConfidential;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each cause but failures, brought about by the processes themselves and gone with them. */
@ApplicationTest
@StartsAt
@Transactional
class StuckCasesTest {

    private static final Viewer COORDINATOR = new Viewer("coordinator", Set.of("coordinator"));
    private static final Viewer MANAGER = new Viewer("service-manager", Set.of("service-manager"));
    private static final Viewer PROCESS_MANAGER = new Viewer("process-manager", Set.of("process-manager"));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private StuckCases stuckCases;

    @Autowired
    private Remind remind;

    @Autowired
    private Reassign reassign;

    @Autowired
    private StuckNumbers numbers;

    @Autowired
    private Scheme scheme;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private MakeConfidential makeConfidential;

    @Autowired
    private TestPeople people;

    @Autowired
    private Timeline timeline;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    /** A team without anybody would be a cause of its own. */
    @BeforeEach
    void aRequestAndATeam() {
        people.with(Role.COORDINATOR);
        people.with(Role.SERVICE_MANAGER);
        jdbc.sql("update roving_pm set status = 'LEFT'").update();
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97001")));
    }

    private List<StuckCase> stuck(Viewer viewer) {
        return stuckCases.of(viewer, new StuckCaseFilter(null, null, null, reference), 0, 50);
    }

    private List<Cause> causes() {
        return stuck(COORDINATOR).stream().map(StuckCase::cause).sorted().toList();
    }

    private void accept(String rag) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                rag,
                "overrideReason",
                "Seen.",
                "agreedWith",
                "Dr Test",
                "helpNeeded",
                "Cover the post.",
                "sessionsAWeek",
                1,
                "expectedStart",
                LocalDate.now(clock).plusDays(7).toString(),
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC"));
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
    }

    private void offer() {
        String pm = scheme.pm("pm-stuck");
        accept("RED");
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", pm));
    }

    @Test
    void aTaskIsStuckFromItsDueDateUntilItIsDone() {
        assertThat(causes()).isEmpty();
        clock.setTo("2026-12-07T09:00");

        assertThat(stuck(COORDINATOR)).singleElement().satisfies(late -> {
            assertThat(late.cause()).isEqualTo(Cause.OVERDUE_TASK);
            assertThat(late.step()).isEqualTo("Assess request");
            assertThat(late.practice()).isEqualTo("Practice Z97001");
            assertThat(late.rag()).as("suggested, while none is agreed").isNotNull();
            assertThat(late.since())
                    .isEqualTo(tasks.createTaskQuery()
                            .taskId(late.task())
                            .singleResult()
                            .getDueDate()
                            .toInstant());
        });
        accept("RED");
        assertThat(causes()).isEmpty();
    }

    @Test
    void anOfferIsStuckFromTheEndOfItsTimeUntilItIsWithdrawn() {
        offer();
        assertThat(causes()).isEmpty();
        clock.setTo("2026-11-30T09:00");
        assertThat(causes()).containsExactly(Cause.OFFER_UNANSWERED);
        assertThat(stuck(COORDINATOR).get(0).personName()).isEqualTo("Test pm-stuck");

        scheme.fire(reference, ManagerMatchingProcess.Timers.OFFER_DEADLINE_PASSED);
        assertThat(causes()).doesNotContain(Cause.OFFER_UNANSWERED);
    }

    @Test
    void aCaseForWhichNobodyIsSuitableIsStuckAtOnceUntilThatIsResolved() {
        accept("RED");
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        clock.moveBy(Duration.ofMinutes(1));
        assertThat(causes()).containsExactly(Cause.NOBODY_SUITABLE);

        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESOLVE_MISSING_PM,
                "service-manager",
                Map.of("decision", "SEARCH_AGAIN", "reason", "Try once more."));
        assertThat(causes()).isEmpty();
    }

    @Test
    void aReportThatIsMissingForTenDaysIsToldAsThatAndNotAsAnOverdueTask() {
        PlacementStory story = new PlacementStory(context, CaseStage.MATCHING).visited();
        story.inEffect("75", "40");
        reference = story.reference.value();
        processes
                .createProcessInstanceByKey(SupportCaseProcess.KEY)
                .businessKey(reference)
                .startBeforeActivity(SupportCaseProcess.Elements.CHECK_IN_FOR_THE_WEEK)
                .setVariables(Map.of(
                        CaseVariables.CASE_REFERENCE,
                        reference,
                        CaseVariables.RAG,
                        "AMBER",
                        CaseVariables.ROVING_PM,
                        PM))
                .execute();
        clock.setTo("2026-11-27T17:00");
        scheme.fire(reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
        clock.setTo("2026-12-01T09:00");
        assertThat(causes()).containsExactly(Cause.OVERDUE_TASK);
        clock.setTo("2026-12-04T09:00");
        assertThat(causes()).containsExactly(Cause.NO_CHECK_IN);

        scheme.complete(
                reference,
                WeeklyCheckInProcess.Elements.REPORT_THE_WEEK,
                PM,
                Map.of(
                        "hours",
                        8,
                        "ragNow",
                        "AMBER",
                        "supportComplete",
                        false,
                        "progress",
                        List.of(Map.of("objective", OBJECTIVE, "progress", "Half of it"))));
        assertThat(causes()).isEmpty();
    }

    @Test
    void aLinkIsStuckFromTheEndOfItsTimeUntilItIsAnsweredOrAskedAgain() {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did she leave?"));
        clock.setTo("2026-12-08T09:00");
        assertThat(causes()).contains(Cause.LINK_UNANSWERED);
        StuckCase link = stuck(COORDINATOR).stream()
                .filter(one -> one.cause() == Cause.LINK_UNANSWERED)
                .findFirst()
                .orElseThrow();

        assertThat(remind.remind(COORDINATOR, link.cause(), link.id())).contains("asked again", reference);
        assertThat(causes()).doesNotContain(Cause.LINK_UNANSWERED);
        assertThatThrownBy(() -> remind.remind(COORDINATOR, link.cause(), link.id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no longer stuck");
        assertThat(timeline.latest(new CaseReference(reference), "Practice asked again by link"))
                .isPresent();

        clock.setTo("2026-12-28T09:00");
        assertThat(causes()).contains(Cause.LINK_UNANSWERED);
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                "coordinator",
                Map.of("information", "In June.", "givenBy", "Dr Test"));
        assertThat(causes()).doesNotContain(Cause.LINK_UNANSWERED);
    }

    @Test
    void aHoldIsStuckFromItsLastDayAndNothingElseOfTheCaseWhileItIsOnHold() {
        scheme.start(
                CaseChangeProcess.KEY,
                "coordinator",
                Map.of(
                        "caseReference",
                        reference,
                        "change",
                        "PUT_ON_HOLD",
                        "reason",
                        "Illness.",
                        "holdUntil",
                        "2026-12-14"));
        clock.setTo("2026-12-13T09:00");
        assertThat(causes()).isEmpty();
        clock.setTo("2026-12-14T09:30");
        assertThat(causes()).containsExactly(Cause.ON_HOLD_TOO_LONG);

        scheme.start(
                CaseChangeProcess.KEY,
                "coordinator",
                Map.of("caseReference", reference, "change", "RESUME", "reason", "Well again."));
        assertThat(causes()).isEmpty();
    }

    @Test
    void theWorstComesFirstByRatingAndThenByLateness() {
        List<String> numbered = new java.util.ArrayList<>();
        for (String rag : List.of("GREEN", "RED", "AMBER", "RED")) {
            reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z9701" + numbered.size())));
            accept(rag);
            scheme.pm("pm-stuck");
            scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
            numbered.add(reference);
            clock.moveBy(Duration.ofHours(1));
        }
        clock.setTo("2026-12-07T09:00");
        List<StuckCase> all = stuckCases.of(
                COORDINATOR, new StuckCaseFilter(Cause.OVERDUE_TASK, null, null, "Practice Z9701"), 0, 50);

        assertThat(all)
                .extracting(StuckCase::reference)
                .containsExactly(numbered.get(1), numbered.get(3), numbered.get(2), numbered.get(0));
        assertThat(stuckCases.of(COORDINATOR, new StuckCaseFilter(null, Rag.AMBER, null, "practice z9701"), 0, 50))
                .extracting(StuckCase::reference)
                .containsExactly(numbered.get(2));
        assertThat(stuckCases.of(COORDINATOR, new StuckCaseFilter(null, null, null, "Practice Z9701"), 1, 2))
                .extracting(StuckCase::reference)
                .containsExactly(numbered.get(3), numbered.get(2));
        assertThat(stuckCases.of(
                        COORDINATOR, new StuckCaseFilter(Cause.LINK_UNANSWERED, null, null, "Practice Z9701"), 0, 50))
                .isEmpty();
        assertThat(stuckCases.of(COORDINATOR, new StuckCaseFilter(null, null, null, "%"), 0, 50))
                .as("no sign is a pattern")
                .isEmpty();
    }

    @Test
    void theCasesOfOnePmAreFoundByTheirName() {
        offer();
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                "pm-stuck",
                Map.of("answer", "ACCEPT", "noConflict", true));
        clock.setTo("2026-12-07T09:00");

        assertThat(stuckCases.of(COORDINATOR, new StuckCaseFilter(null, null, "PM pm-stu", null), 0, 50))
                .extracting(StuckCase::reference)
                .containsOnly(reference);
        assertThat(stuckCases.of(COORDINATOR, new StuckCaseFilter(null, null, "pm-nobody", null), 0, 50))
                .isEmpty();
        assertThat(stuckCases.of(PROCESS_MANAGER, new StuckCaseFilter(null, null, "pm-stuck", null), 0, 50))
                .as("PMs are not theirs to know")
                .isEmpty();
    }

    @Test
    void aProcessManagerSeesNumberStepAndCauseButNeitherPracticeNorPerson() {
        offer();
        clock.setTo("2026-12-07T09:00");

        assertThat(stuck(PROCESS_MANAGER)).singleElement().satisfies(late -> {
            assertThat(late.reference()).isEqualTo(reference);
            assertThat(late.step()).isEqualTo("Respond to offer");
            assertThat(late.practice()).isNull();
            assertThat(late.person()).isNull();
        });
        assertThat(stuckCases.of(PROCESS_MANAGER, new StuckCaseFilter(null, null, null, "Practice Z97001"), 0, 50))
                .as("search tells no practice either")
                .isEmpty();
    }

    @Test
    void nobodySeesACaseOfAPracticeInWhichTheyHaveDeclaredAnInterest() {
        clock.setTo("2026-12-07T09:00");
        String task = stuck(COORDINATOR).get(0).id();
        scheme.pm("pm-partial");
        declareInterest.declare("pm-partial", new OdsCode("Z97001"), "My brother works there.");
        for (String group : List.of("coordinator", "service-manager", "process-manager")) {
            Viewer partial = new Viewer("pm-partial", Set.of(group));
            assertThat(stuck(partial)).isEmpty();
            assertThat(stuckCases.find(partial, Cause.OVERDUE_TASK, task)).isEmpty();
        }
        assertThatThrownBy(() -> reassign.reassign(
                        new Viewer("pm-partial", Set.of("service-manager")),
                        Cause.OVERDUE_TASK,
                        task,
                        new Reassign.Form("coordinator", "Holiday")))
                .hasMessageContaining("no longer stuck");
    }

    @Test
    void aCaseOfSeveralPracticesIsFoundByEachAndHiddenByAnInterestInAny() {
        scheme.join(reference, scheme.practice("Z97011"));
        clock.setTo("2026-12-07T09:00");
        for (String search : List.of("Practice Z97001", "Practice Z97011")) {
            assertThat(stuckCases.of(COORDINATOR, new StuckCaseFilter(null, null, null, search), 0, 50))
                    .as(search)
                    .singleElement()
                    .extracting(StuckCase::reference)
                    .isEqualTo(reference);
        }
        scheme.pm("pm-partial");
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values ('pm-partial', 'coordinator')")
                .update();
        Viewer partial = new Viewer("pm-partial", Set.of("coordinator"));
        assertThat(stuck(partial)).isNotEmpty();

        declareInterest.declare("pm-partial", new OdsCode("Z97011"), "My brother works there.");
        assertThat(stuck(partial)).isEmpty();
        assertThatThrownBy(() -> reassign.reassign(
                        MANAGER,
                        Cause.OVERDUE_TASK,
                        stuck(MANAGER).get(0).id(),
                        new Reassign.Form("pm-partial", "Holiday")))
                .hasMessageContaining("cannot be given to Test pm-partial");
    }

    @Test
    void aTaskIsGivenToAnotherPersonWhoMayDoItOnceAndOnTheRecord() {
        scheme.account("stuck-one", "coordinator");
        scheme.account("stuck-two", "coordinator");
        scheme.account("stuck-budget", "budget-holder");
        clock.setTo("2026-12-07T09:00");
        String task = stuck(COORDINATOR).get(0).id();
        Reassign.Form toOne = new Reassign.Form("stuck-one", "The other is on holiday.");

        assertThatThrownBy(() -> reassign.reassign(COORDINATOR, Cause.OVERDUE_TASK, task, toOne))
                .hasMessageContaining("role may not do this");
        assertThatThrownBy(() ->
                        reassign.reassign(MANAGER, Cause.OVERDUE_TASK, task, new Reassign.Form("stuck-budget", "x")))
                .hasMessageContaining("cannot be given to Test stuck-budget");
        reassign.reassign(MANAGER, Cause.OVERDUE_TASK, task, toOne);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("stuck-one");
        assertThat(timeline.latest(new CaseReference(reference))).hasValueSatisfying(entry -> {
            assertThat(entry.what()).isEqualTo("Task given to another person: Assess request");
            assertThat(entry.who()).isEqualTo("service-manager");
            assertThat(entry.newValue()).isEqualTo("stuck-one");
        });
        assertThatThrownBy(() -> reassign.reassign(MANAGER, Cause.OVERDUE_TASK, task, toOne))
                .hasMessageContaining("theirs already");
    }

    @Test
    void somebodyWithAnInterestIsGivenNoTaskOfThePractice() {
        scheme.pm("pm-partial");
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values ('pm-partial', 'coordinator')")
                .update();
        declareInterest.declare("pm-partial", new OdsCode("Z97001"), "My brother works there.");
        clock.setTo("2026-12-07T09:00");

        assertThatThrownBy(() -> reassign.reassign(
                        MANAGER,
                        Cause.OVERDUE_TASK,
                        stuck(MANAGER).get(0).id(),
                        new Reassign.Form("pm-partial", "Holiday")))
                .hasMessageContaining("cannot be given to Test pm-partial");
    }

    @Test
    void thePersonOfALateTaskIsRemindedOnceADay() {
        offer();
        clock.setTo("2026-11-30T09:00");
        StuckCase late = stuck(COORDINATOR).get(0);

        assertThat(remind.remind(COORDINATOR, late.cause(), late.id()))
                .contains("Test pm-stuck has been reminded", "Respond to offer");
        assertThat(jdbc.sql("select body from message where template = 'task-reminder' and person = 'pm-stuck'")
                        .query(String.class)
                        .single())
                .contains("Respond to offer", "http")
                .doesNotContain("{{");
        assertThatThrownBy(() -> remind.remind(COORDINATOR, late.cause(), late.id()))
                .hasMessageContaining("already been reminded of this today");
        assertThatThrownBy(() -> remind.remind(PROCESS_MANAGER, late.cause(), late.id()))
                .hasMessageContaining("role may not do this");
        assertThat(timeline.latest(new CaseReference(reference)))
                .hasValueSatisfying(entry -> assertThat(entry.what()).isEqualTo("Reminder sent: Respond to offer"));

        clock.setTo("2026-12-01T09:00");
        assertThat(remind.remind(COORDINATOR, late.cause(), late.id())).contains("has been reminded");
    }

    @Test
    void whatIsStuckIsCountedByCauseAndRatingOnceInAWhile() {
        // No other test has had it counted then
        clock.setTo("2026-12-07T13:13");
        int before = overdue();
        scheme.forget(reference);
        assertThat(overdue()).as("kept for a while").isEqualTo(before);

        clock.moveBy(StuckNumbers.KEPT);
        assertThat(overdue()).isEqualTo(before - 1);
    }

    private int overdue() {
        return java.util.Arrays.stream(Rag.values())
                .mapToInt(rag -> numbers.of(Cause.OVERDUE_TASK, rag))
                .sum();
    }

    private List<StuckCase> nobodyLeft(Viewer viewer) {
        return stuckCases.of(viewer, new StuckCaseFilter(Cause.NOBODY_LEFT, null, null, reference), 0, 50);
    }

    @Test
    void aTaskThatNobodyOfItsTeamMaySeeIsStuckUntilSomebodyIsNamed() {
        String coordinator = people.with(Role.COORDINATOR);
        String manager = people.with(Role.SERVICE_MANAGER);
        Viewer viewer = new Viewer(manager, Set.of("service-manager"));
        makeConfidential.make(
                new CaseReference(reference), new MakeConfidential.Form("A partner is accused.", List.of()), manager);
        clock.setTo("2026-12-07T09:00");

        assertThat(nobodyLeft(viewer)).singleElement().satisfies(found -> assertThat(found.step())
                .isEqualTo("Assess request"));

        makeConfidential.name(
                new CaseReference(reference), new MakeConfidential.Name(coordinator, "Works on it."), manager);
        assertThat(nobodyLeft(viewer)).isEmpty();
    }

    @Test
    void ofAConfidentialCaseAProcessManagerSeesNumberStepAndCauseAndOthersNothing() {
        makeConfidential.make(
                new CaseReference(reference),
                new MakeConfidential.Form("A partner is accused.", List.of()),
                people.with(Role.COORDINATOR));
        clock.setTo("2026-12-07T09:00");
        Viewer both = new Viewer("somebody", Set.of("process-manager", "coordinator"));

        for (Viewer viewer : List.of(PROCESS_MANAGER, both)) {
            assertThat(stuck(viewer)).isNotEmpty().allSatisfy(found -> {
                assertThat(found.reference()).isEqualTo(reference);
                assertThat(found.step()).isNotNull();
                assertThat(found.practice()).isNull();
                assertThat(found.person()).isNull();
            });
        }
        assertThat(stuck(COORDINATOR)).isEmpty();
        assertThat(stuck(MANAGER)).isEmpty();
    }
}
