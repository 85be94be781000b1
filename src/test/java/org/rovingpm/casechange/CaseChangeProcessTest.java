package org.rovingpm.casechange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.fixture.model.ProcessModel;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** case-change.bpmn, and what holds and ratings do to the clocks of a case. */
@ApplicationTest
@StartsAt
@Transactional
class CaseChangeProcessTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private EndSupport endSupport;

    @Autowired
    private Messages messages;

    private String reference;

    @BeforeEach
    void aMatchingCaseOnAMonday() {
        scheme.pm("pm-1");
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99007")));
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "AMBER",
                "overrideReason",
                "Seen on the spot.",
                "agreedWith",
                "Dr Test",
                "helpNeeded",
                "Cover the post.",
                "sessionsAWeek",
                1,
                "expectedStart",
                "2026-11-30",
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC"));
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
    }

    @Test
    void everyFlowNodeIsPassed() {
        TreeSet<String> passed = new TreeSet<>();
        change(Map.of("change", "CHANGE_RAG", "rag", "RED", "agreedWith", "Dr Test"));

        hold("2026-11-27");
        clock.setTo("2026-11-27T09:00");
        scheme.fire(reference, CaseChangeProcess.Timers.HOLD_PERIOD_OVER);
        scheme.complete(
                reference,
                CaseChangeProcess.Elements.REVIEW_HOLD,
                "coordinator",
                Map.of("decision", "EXTEND", "holdUntil", "2026-12-04", "reason", "Still waiting."));
        change(Map.of("change", "RESUME"));

        hold("2026-12-11");
        clock.setTo("2026-12-11T09:00");
        scheme.fire(reference, CaseChangeProcess.Timers.HOLD_PERIOD_OVER);
        change(Map.of("change", "RESUME"));

        hold("2026-12-18");
        clock.setTo("2026-12-18T09:00");
        scheme.fire(reference, CaseChangeProcess.Timers.HOLD_PERIOD_OVER);
        scheme.complete(
                reference,
                CaseChangeProcess.Elements.REVIEW_HOLD,
                "coordinator",
                Map.of("decision", "RESUME", "reason", "Heard from them."));

        assertThat(scheme.openSteps(reference)).containsExactly(ManagerMatchingProcess.Elements.CHOOSE_PM);

        hold("2027-01-08");
        change(Map.of("change", "PRACTICE_WITHDRAWS"));

        passed.addAll(scheme.passed(reference, CaseChangeProcess.KEY));
        assertThat(passed).containsAll(ProcessModel.flowNodes(CaseChangeProcess.KEY));
    }

    @Test
    void thePracticeCanEndSupportOnHoldAndIsNotToldThatItsCaseWasResumed() {
        hold("2026-12-04");
        endSupport.withdraw(new CaseReference(reference), "Dr Test, senior partner", "Settled.", "practice");

        assertThat(cases.get(new CaseReference(reference)).onHold()).isFalse();
        assertThat(cases.get(new CaseReference(reference)).stage()).isEqualTo(CaseStage.CLOSING);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .processDefinitionKey(CaseChangeProcess.KEY)
                        .count())
                .as("holds that are still followed")
                .isZero();
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(cases.get(new CaseReference(reference)).stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(messages.of(new CaseReference(reference), 20))
                .extracting(Message::template)
                .contains("case-on-hold", "case-closed")
                .doesNotContain("case-resumed");
    }

    @Test
    void aPmCanWithdrawOnHoldAndTheCaseStaysOnHold() {
        matched();
        hold("2026-12-04");
        as("pm-1", Map.of("change", "PM_WITHDRAWS"));

        SupportCase held = cases.get(new CaseReference(reference));
        assertThat(held.stage()).isEqualTo(CaseStage.MATCHING);
        assertThat(held.heldUntil()).isEqualTo("2026-12-04");
        assertThat(jobs.createJobQuery()
                        .activityId(ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST)
                        .suspended()
                        .count())
                .isEqualTo(1);

        change(Map.of("change", "RESUME"));
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        assertThat(scheme.openSteps(reference)).hasSize(1);
    }

    private void matched() {
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", "pm-1"));
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                "pm-1",
                Map.of("answer", "ACCEPT", "noConflict", true));
    }

    @Test
    void aHoldStopsTheClocksAndResumingMovesEveryDeadlineByTheWorkingTimeHeld() {
        Instant due = due();
        Duration left = calendar.between(clock.instant(), due);

        hold("2026-12-04");
        clock.setTo("2026-12-02T11:00");
        change(Map.of("change", "RESUME"));

        assertThat(due())
                .isCloseTo(calendar.add(clock.instant(), left), within(10, ChronoUnit.SECONDS))
                .isAfter(due);
    }

    @Test
    void nobodyCanGoOnWithACaseOnHold() {
        hold("2026-12-04");

        assertThatThrownBy(() -> scheme.complete(
                        reference,
                        ManagerMatchingProcess.Elements.CHOOSE_PM,
                        "service-manager",
                        Map.of("decision", "NOBODY_SUITABLE", "reason", "None.")))
                .isInstanceOf(SuspendedEntityInteractionException.class);
        assertThatThrownBy(() -> change(Map.of("change", "CHANGE_RAG", "rag", "RED", "agreedWith", "Dr Test")))
                .hasMessageContaining("on hold");
    }

    @Test
    void timersOfACaseOnHoldDoNotFireAndMoveWhenItIsResumed() {
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", "pm-1"));
        Instant before = offerTimer();
        Duration left = calendar.between(clock.instant(), before);

        hold("2026-12-04");
        assertThat(jobs.createJobQuery()
                        .timers()
                        .active()
                        .activityId(ManagerMatchingProcess.Timers.OFFER_DEADLINE_PASSED)
                        .count())
                .isZero();
        clock.setTo("2026-12-04T10:00");
        change(Map.of("change", "RESUME"));

        assertThat(offerTimer()).isCloseTo(calendar.add(clock.instant(), left), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void deadlinesFollowAChangedRating() {
        Instant amber = due();
        change(Map.of("change", "CHANGE_RAG", "rag", "RED", "agreedWith", "Dr Test"));
        Instant red = due();
        change(Map.of("change", "CHANGE_RAG", "rag", "AMBER", "agreedWith", "Dr Test"));

        assertThat(red).isBefore(amber);
        assertThat(due()).isEqualTo(amber);
        assertThat(scheme.shown(reference, ManagerMatchingProcess.Elements.CHOOSE_PM))
                .containsEntry("rag", "AMBER");
    }

    @Test
    void timeOnHoldStaysAddedWhenTheRatingChanges() {
        hold("2026-12-04");
        clock.setTo("2026-11-26T09:00");
        change(Map.of("change", "RESUME"));
        Instant amber = due();
        change(Map.of("change", "CHANGE_RAG", "rag", "RED", "agreedWith", "Dr Test"));
        change(Map.of("change", "CHANGE_RAG", "rag", "AMBER", "agreedWith", "Dr Test"));

        assertThat(due()).isEqualTo(amber);
    }

    @Test
    void everyChangeIsOnTheTimelineWithItsReason() {
        hold("2026-12-04");
        change(Map.of("change", "RESUME"));
        change(Map.of("change", "CHANGE_RAG", "rag", "RED", "agreedWith", "Dr Test"));

        assertThat(timeline.of(new CaseReference(reference), 0, 200))
                .filteredOn(entry -> "Because.".equals(entry.reason()))
                .extracting(
                        Timeline.Entry::what, Timeline.Entry::oldValue, Timeline.Entry::newValue, Timeline.Entry::who)
                .containsExactly(
                        tuple("Case put on hold", null, "until 4 December 2026", "coordinator"),
                        tuple("Case resumed", null, null, "coordinator"),
                        tuple("RAG rating agreed with Dr Test", "Amber", "Red", "coordinator"));
    }

    @Test
    void aPmChangesOnlyTheirOwnCaseAndOnlyWhatIsTheirs() {
        assertThatThrownBy(() -> as("pm-1", Map.of("change", "PM_WITHDRAWS")))
                .hasMessageContaining("You are not the PM");
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", "pm-1"));
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                "pm-1",
                Map.of("answer", "ACCEPT", "noConflict", true));

        assertThatThrownBy(() -> as("pm-1", Map.of("change", "PUT_ON_HOLD", "holdUntil", "2026-12-04")))
                .hasMessageContaining("speak to the coordinator");
        as("pm-1", Map.of("change", "PM_WITHDRAWS"));
        assertThat(cases.get(new CaseReference(reference)).stage().label()).isEqualTo("Finding a PM");
    }

    @Test
    void badChangesAreRefusedInWordsAndChangeNothing() {
        assertThatThrownBy(() -> change(Map.of("change", "RESUME"))).hasMessageContaining("is not on hold");
        assertThatThrownBy(() -> hold("2026-11-20")).hasMessageContaining("until tomorrow or later");
        assertThatThrownBy(() -> change(Map.of("change", "PM_WITHDRAWS"))).hasMessageContaining("no PM");
        assertThatThrownBy(() -> change(Map.of("change", "ASK_FOR_VARIATION")))
                .hasMessageContaining("is at “Finding a PM”");
        assertThatThrownBy(() -> scheme.start(
                        CaseChangeProcess.KEY,
                        "coordinator",
                        Map.of("caseReference", "RPM-1999-0001", "change", "RESUME", "reason", "Because.")))
                .hasMessageContaining("There is no case RPM-1999-0001");
        assertThatThrownBy(() -> scheme.start(
                        CaseChangeProcess.KEY,
                        "coordinator",
                        Map.of("caseReference", "12", "change", "RESUME", "reason", "Because.")))
                .hasMessageContaining("is not a case number");
    }

    private void hold(String until) {
        change(Map.of("change", "PUT_ON_HOLD", "holdUntil", until));
    }

    private void change(Map<String, Object> fields) {
        as("coordinator", fields);
    }

    private void as(String person, Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("caseReference", reference);
        all.put("reason", "Because.");
        scheme.start(CaseChangeProcess.KEY, person, all);
    }

    private Instant due() {
        return scheme.task(reference, ManagerMatchingProcess.Elements.CHOOSE_PM)
                .getDueDate()
                .toInstant();
    }

    private Instant offerTimer() {
        return jobs.createJobQuery()
                .timers()
                .activityId(ManagerMatchingProcess.Timers.OFFER_DEADLINE_PASSED)
                .singleResult()
                .getDuedate()
                .toInstant();
    }
}
