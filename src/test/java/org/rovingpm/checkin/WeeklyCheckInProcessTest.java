package org.rovingpm.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Elements.CHASE_MISSING_CHECK_IN;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Elements.REMIND_PM;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Elements.REPORT_THE_WEEK;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Elements.RESOLVE_MISSING_CHECK_IN;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Elements.REVIEW_CHECK_IN;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Timers.CHASE_DUE;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Timers.ESCALATION_DUE;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Timers.REMINDER_DUE;
import static org.rovingpm.checkin.WeeklyCheckInProcess.Timers.WEEK_OVER;
import static org.rovingpm.placement.PlacementStory.COORDINATOR;
import static org.rovingpm.placement.PlacementStory.MANAGER;
import static org.rovingpm.placement.PlacementStory.OBJECTIVE;
import static org.rovingpm.placement.PlacementStory.PM;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.assessment.AgreeRag;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.fixture.model.ProcessModel;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.jobplan.RequestVariation;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.placement.PlacementStory;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.HoldCase;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class WeeklyCheckInProcessTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Scheme scheme;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private MovableClock clock;

    private PlacementStory story;
    private String reference;

    @BeforeEach
    void supportIsInPlace() {
        story = new PlacementStory(context, CaseStage.MATCHING).visited();
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
    }

    private Map<String, Object> week(double hours, String concerns, boolean complete) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("hours", hours);
        fields.put("progress", List.of(Map.of("objective", OBJECTIVE, "progress", "Half of it")));
        fields.put("concerns", concerns);
        fields.put("ragNow", "AMBER");
        fields.put("variationNeeded", false);
        fields.put("supportComplete", complete);
        return fields;
    }

    private void report(double hours, String concerns, boolean complete) {
        scheme.fire(reference, WEEK_OVER);
        scheme.complete(reference, REPORT_THE_WEEK, PM, week(hours, concerns, complete));
    }

    private void escalated() {
        clock.setTo("2026-11-27T17:00");
        scheme.fire(reference, WEEK_OVER);
        scheme.fire(reference, REMINDER_DUE);
        scheme.fire(reference, REMIND_PM);
        scheme.fire(reference, CHASE_DUE);
        scheme.fire(reference, ESCALATION_DUE);
    }

    private Instant due(String activity) {
        return processes.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance.getId()).activityId(activity).list().stream())
                .map(Job::getDuedate)
                .findAny()
                .orElseThrow()
                .toInstant();
    }

    @Test
    void aMissingCheckInIsRemindedChasedAndEscalatedAndEveryNodeIsPassed() {
        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-11-27T17:00:00Z"));
        escalated();
        assertThat(scheme.openSteps(reference))
                .containsExactly(CHASE_MISSING_CHECK_IN, REPORT_THE_WEEK, RESOLVE_MISSING_CHECK_IN);
        scheme.complete(
                reference,
                CHASE_MISSING_CHECK_IN,
                COORDINATOR,
                Map.of("outcome", "CHECK_IN_PROMISED", "note", "Tomorrow"));
        assertThat(scheme.shown(reference, RESOLVE_MISSING_CHECK_IN))
                .containsKeys("caseSummary", "weekSummary", "pmSummary", "chaseNotes");
        scheme.complete(
                reference, RESOLVE_MISSING_CHECK_IN, MANAGER, Map.of("action", "SPOKEN_TO_PM", "note", "Tonight"));
        scheme.complete(reference, REPORT_THE_WEEK, PM, week(8, "The partners quarrel", false));
        assertThat(scheme.shown(reference, REVIEW_CHECK_IN))
                .containsKeys("reviewReasons", "reportSummary", "reportedProgress", "currentRag");
        scheme.complete(
                reference,
                REVIEW_CHECK_IN,
                MANAGER,
                Map.of(
                        "decision",
                        "CONTINUE",
                        "note",
                        "They have made up",
                        "rag",
                        "GREEN",
                        "ragReason",
                        "Peace",
                        "agreedWith",
                        "Dr Ann Field"));

        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
        assertThat(story.money().spent()).isEqualByComparingTo("320");
        assertThat(scheme.passed(reference, WeeklyCheckInProcess.KEY))
                .containsExactlyInAnyOrderElementsOf(ProcessModel.flowNodes(WeeklyCheckInProcess.KEY));
    }

    @Test
    void aCheckInEndsTheChase() {
        escalated();
        scheme.complete(reference, REPORT_THE_WEEK, PM, week(8, null, false));

        assertThat(scheme.openSteps(reference)).isEmpty();
        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
    }

    @Test
    void aWeekAndItsCheckInAddNoValueToTheHistoryOfVariables() {
        long before = values();
        report(8, null, false);
        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
        long first = values();
        assertThat(first - before)
                .as("that support is not complete, in the case, once")
                .isLessThanOrEqualTo(1);
        report(8, null, false);
        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-12-11T17:00:00Z"));
        assertThat(values()).isEqualTo(first);
    }

    private long values() {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from act_hi_detail")
                .query(Long.class)
                .single();
    }

    @Test
    void aWeekEndsOnAFridayAlsoAfterAHoldAndTheNextAWeekLater() {
        hold("2026-11-24T10:00", "2026-12-01");
        resume("2026-11-26T13:43");
        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-11-27T17:00:00Z"));

        hold("2026-11-27T16:00", "2026-12-18");
        resume("2026-12-09T11:00");
        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-12-11T17:00:00Z"));
        clock.setTo("2026-12-11T17:00");
        scheme.fire(reference, WEEK_OVER);
        assertThat(due(REMINDER_DUE))
                .isEqualTo(context.getBean(ServiceLevels.class)
                        .due("AMBER", MissingCheckInDeadlines.REMINDER, Instant.parse("2026-12-11T17:00:00Z")));

        scheme.complete(reference, REPORT_THE_WEEK, PM, week(8, null, false));
        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-12-18T17:00:00Z"));
    }

    @Test
    void theTimeForAReportThatIsDueMovesByTheWorkingTimeHeld() {
        clock.setTo("2026-11-27T17:00");
        scheme.fire(reference, WEEK_OVER);
        WorkingCalendar calendar = context.getBean(WorkingCalendar.class);
        hold("2026-11-30T09:00", "2026-12-18");
        Duration left = calendar.between(clock.instant(), due(REMINDER_DUE));
        resume("2026-12-02T09:00");
        assertThat(calendar.between(clock.instant(), due(REMINDER_DUE))).isCloseTo(left, Duration.ofSeconds(10));
    }

    private void hold(String at, String until) {
        clock.setTo(at);
        context.getBean(HoldCase.class).hold(story.reference, LocalDate.parse(until), "They are away.", COORDINATOR);
    }

    private void resume(String at) {
        clock.setTo(at);
        context.getBean(HoldCase.class).resume(story.reference, "They are back.", COORDINATOR);
    }

    @Test
    void supportThatIsCompleteLeadsToTheClosure() {
        report(8, null, true);
        assertThat(scheme.openSteps(reference)).containsExactly(REVIEW_CHECK_IN);
        scheme.complete(reference, REVIEW_CHECK_IN, MANAGER, Map.of("decision", "CONTINUE", "note", "Hours are left."));
        assertThat(scheme.openSteps(reference)).isEmpty();

        report(8, null, true);
        scheme.complete(reference, REVIEW_CHECK_IN, MANAGER, Map.of("decision", "COMPLETE", "note", "All is done."));
        assertThat(scheme.openSteps(reference)).containsExactly(CaseClosureProcess.Elements.WRITE_CLOSING_REPORT);
        assertThat(context.getBean(Messages.class).of(story.reference, 20))
                .extracting(Message::template)
                .contains("support-ending");
        assertThat(story.stage()).isEqualTo(CaseStage.CLOSING);
    }

    @Test
    void aPmWhoMustBeReplacedLeavesTheCaseToMatching() {
        escalated();
        scheme.complete(
                reference,
                RESOLVE_MISSING_CHECK_IN,
                MANAGER,
                Map.of("action", "REPLACE_PM", "note", "Cannot be reached"));

        assertThat(story.stage()).isEqualTo(CaseStage.MATCHING);
        assertThat(scheme.openSteps(reference)).isEmpty();
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .list())
                .extracting(ProcessInstance::getProcessDefinitionId)
                .anyMatch(id -> id.startsWith("manager-matching:"))
                .noneMatch(id -> id.startsWith("weekly-check-in:"));
    }

    @Test
    void aReviewThatVariesThePlanHasItPreparedWhileSupportGoesOn() {
        report(8, "More is needed", false);
        scheme.complete(reference, REVIEW_CHECK_IN, MANAGER, Map.of("decision", "VARY_PLAN", "note", "Two more weeks"));

        assertThat(scheme.openSteps(reference)).containsExactly(JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN);
        assertThat(scheme.shown(reference, JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN))
                .containsEntry("reason", "Two more weeks")
                .containsKey("previousPlan");
        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> context.getBean(RequestVariation.class).request(story.reference, "Another change", PM))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("under way already");
    }

    @Test
    void aReviewMayAgreeAnotherRating() {
        report(8, "Worse than thought", false);
        scheme.complete(
                reference,
                REVIEW_CHECK_IN,
                MANAGER,
                Map.of(
                        "decision",
                        "CONTINUE",
                        "note",
                        "Watch it",
                        "rag",
                        "RED",
                        "ragReason",
                        "No cash",
                        "agreedWith",
                        "Dr Ann Field"));

        assertThat(context.getBean(org.rovingpm.supportcase.SupportCases.class)
                        .get(story.reference)
                        .rag())
                .isEqualTo(Rag.RED);
        assertThat(messages())
                .as("the practice is told, once")
                .filteredOn("rag-agreed practice"::equals)
                .hasSize(1);
        assertThat(due(WEEK_OVER)).isEqualTo(Instant.parse("2026-12-04T17:00:00Z"));
        scheme.fire(reference, WEEK_OVER);
        assertThat(due(REMINDER_DUE))
                .as("four working hours for a red case")
                .isEqualTo(Instant.parse("2026-12-07T13:00:00Z"));
    }

    @Test
    void aBetterRatingThatThePmReportsIsOfferedAndNotLost() {
        rate(Rag.RED);
        scheme.fire(reference, WEEK_OVER);
        Map<String, Object> better = week(8, null, true);
        better.put("ragNow", "GREEN");
        scheme.complete(reference, REPORT_THE_WEEK, PM, better);

        assertThat(scheme.shown(reference, REVIEW_CHECK_IN))
                .containsEntry("currentRag", "RED")
                .containsEntry("rag", "GREEN")
                .containsEntry("reportedRag", "Green");
        scheme.complete(
                reference,
                REVIEW_CHECK_IN,
                MANAGER,
                Map.of(
                        "decision",
                        "COMPLETE",
                        "note",
                        "All is done",
                        "rag",
                        "GREEN",
                        "ragReason",
                        "The payroll runs",
                        "agreedWith",
                        "Dr Ann Field"));
        assertThat(story.stage()).isEqualTo(CaseStage.CLOSING);
        assertThat(context.getBean(org.rovingpm.supportcase.SupportCases.class)
                        .get(story.reference)
                        .rag())
                .isEqualTo(Rag.GREEN);
    }

    @Test
    void theRatingInForceIsNotOfferedAsAChange() {
        report(8, "Worse than thought", false);

        assertThat(scheme.shown(reference, REVIEW_CHECK_IN))
                .containsEntry("currentRag", "AMBER")
                .containsEntry("rag", "AMBER")
                .doesNotContainKey("reportedRag");
    }

    @Test
    void aReviewThatLeavesTheRatingTellsThePracticeNothingOfIt() {
        report(8, "Worse than thought", false);
        scheme.complete(
                reference,
                REVIEW_CHECK_IN,
                MANAGER,
                Map.of("decision", "CONTINUE", "note", "Watch it", "rag", "AMBER"));

        assertThat(messages()).doesNotContain("rag-agreed practice");
    }

    private List<String> messages() {
        return context.getBean(Messages.class).of(story.reference, 50).stream()
                .map(message -> message.template() + " " + message.recipient())
                .toList();
    }

    @Test
    void theReminderFollowsANewRatingAlsoBeforeTheWeekIsOver() {
        rate(Rag.RED);
        scheme.fire(reference, WEEK_OVER);

        assertThat(due(REMINDER_DUE)).isEqualTo(Instant.parse("2026-11-30T13:00:00Z"));
    }

    @Test
    void theChaseFollowsANewRating() {
        clock.setTo("2026-11-30T09:00");
        scheme.fire(reference, WEEK_OVER);
        scheme.fire(reference, REMINDER_DUE);
        scheme.fire(reference, REMIND_PM);
        assertThat(due(CHASE_DUE)).isEqualTo(Instant.parse("2026-12-01T17:00:00Z"));
        rate(Rag.RED);

        assertThat(due(CHASE_DUE))
                .isBetween(Instant.parse("2026-11-30T16:59:59Z"), Instant.parse("2026-11-30T17:00:01Z"));
    }

    private void rate(Rag rag) {
        context.getBean(AgreeRag.class).agree(story.reference, rag, "It is worse", "Dr Ann Field", MANAGER);
    }

    @Test
    void theFormOfTheWeekListsTheObjectives() {
        scheme.fire(reference, WEEK_OVER);

        assertThat(scheme.shown(reference, REPORT_THE_WEEK))
                .containsKeys("caseSummary", "weekSummary", "progress", "currentRag");
        assertThat(scheme.shown(reference, REPORT_THE_WEEK).get("progress").toString())
                .contains(OBJECTIVE);
    }
}
