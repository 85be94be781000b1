package org.rovingpm.supportcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.alert.TeamAlertProcess;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.fixture.model.ProcessModel;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageStatus;
import org.rovingpm.notification.Messages;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.information.RecordFurtherInformation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** support-case.bpmn and case-closure.bpmn as the people of a scheme go through them. */
@ApplicationTest
@StartsAt
@Transactional
class SupportCaseProcessTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SupportCases cases;

    @Autowired
    private HistoryService history;

    @Autowired
    private RecordFurtherInformation recordFurtherInformation;

    @Autowired
    private Timeline timeline;

    @Autowired
    private CaseProcesses processes;

    @Autowired
    private Messages messages;

    @Autowired
    private Placements placements;

    private boolean feedbackByLink;
    private String reference;
    private String pm;
    private String fund;

    @BeforeEach
    void aSchemeOnAMonday() {
        pm = scheme.pm("pm-1");
        fund = scheme.fund("TEST", "50000");
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99003")));
    }

    @Test
    void everyFlowNodeOfTheSpineIsPassed() {
        TreeSet<String> passed = new TreeSet<>();
        toTheEnd();
        passed.addAll(scheme.passed(reference, SupportCaseProcess.KEY));
        TreeSet<String> closure = new TreeSet<>(scheme.passed(reference, CaseClosureProcess.KEY));
        feedbackByLink = true;

        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99004")));
        declined();
        passed.addAll(scheme.passed(reference, SupportCaseProcess.KEY));

        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99005")));
        withdrawnByThePractice();
        passed.addAll(scheme.passed(reference, SupportCaseProcess.KEY));
        closure.addAll(scheme.passed(reference, CaseClosureProcess.KEY));

        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99006")));
        endedWithoutAPlan();
        passed.addAll(scheme.passed(reference, SupportCaseProcess.KEY));
        closure.addAll(scheme.passed(reference, CaseClosureProcess.KEY));

        assertThat(passed).containsAll(ProcessModel.flowNodes(SupportCaseProcess.KEY));
        assertThat(closure).containsAll(ProcessModel.flowNodes(CaseClosureProcess.KEY));
    }

    @Test
    void aCaseGoesFromRequestToClosureAndReadsAsATimeline() {
        toTheEnd();

        assertThat(stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .unfinished()
                        .processDefinitionKeyNotIn(List.of(TeamAlertProcess.KEY))
                        .count())
                .isZero();
        assertThat(history.createHistoricIncidentQuery().count()).isZero();
    }

    @Test
    void everybodyIsToldWhatConcernsThemOnce() {
        toTheEnd();

        assertThat(messages.of(new CaseReference(reference), 100))
                .extracting(message -> message.template() + " " + message.recipient())
                .containsExactlyInAnyOrder(
                        "request-received practice",
                        "information-needed practice",
                        "information-needed practice",
                        "rag-agreed practice",
                        "rag-question-answered practice",
                        "offer-made offered-pm",
                        "pm-introduced practice",
                        "practice-introduced pm",
                        "rag-agreed practice",
                        "plan-to-approve practice",
                        "plan-approved practice",
                        "plan-approved-pm pm",
                        "plan-to-approve practice",
                        "plan-approved practice",
                        "plan-approved-pm pm",
                        "offer-made offered-pm",
                        "pm-introduced practice",
                        "practice-introduced pm",
                        "plan-to-approve practice",
                        "plan-approved practice",
                        "plan-approved-pm pm",
                        "check-in-due pm",
                        "check-in-due pm",
                        "closure-begun pm",
                        "support-ending practice",
                        "feedback practice",
                        "feedback-reminder practice",
                        "feedback-reminder practice",
                        "case-closed practice");
        assertThat(messages.of(new CaseReference(reference), 100))
                .filteredOn(message -> message.body().contains("Ask for Ann"))
                .extracting(Message::recipient)
                .as("what the coordinator wrote for the PM, twice, as there were two")
                .containsExactly("pm", "pm");
        assertThat(messages.of(new CaseReference(reference), 100))
                .extracting(Message::status)
                .containsOnly(MessageStatus.RECORDED_ONLY);
    }

    private void toTheEnd() {
        complete(
                "assessRequest",
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did she leave?"));
        assertThat(stage()).isEqualTo(CaseStage.INFORMATION_NEEDED);
        complete("recordFurtherInformation", "coordinator", Map.of("information", "On Friday.", "givenBy", "Dr Test"));
        complete(
                "assessRequest",
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "At what time?"));
        informationGivenByLink();
        accept();
        ratingQuestioned();
        matchTo(pm);
        introduceAndVisit("RED");
        complete(
                "agreeChangedRag",
                "service-manager",
                Map.of("rag", "RED", "reason", "Payroll is late.", "agreedWith", "Dr Test"));
        agreePlan();
        scheme.start(
                CaseChangeProcess.KEY,
                "coordinator",
                Map.of(
                        "caseReference",
                        reference,
                        "change",
                        "ASK_FOR_VARIATION",
                        "reason",
                        "More sessions are needed."));
        agreePlan();
        scheme.start(
                CaseChangeProcess.KEY,
                pm,
                Map.of("caseReference", reference, "change", "PM_WITHDRAWS", "reason", "Illness."));
        assertThat(stage()).isEqualTo(CaseStage.MATCHING);
        matchTo(scheme.pm("pm-2"));
        pm = "pm-2";
        introduceAndVisit("RED");
        agreePlan();
        reportTheWeek(false);
        reportTheWeek(true);
        close();
    }

    private void informationGivenByLink() {
        recordFurtherInformation.record(
                new CaseReference(reference), new RecordFurtherInformation.Form("At noon.", "Dr Test"), "practice");
        processes.tell(reference, SupportCaseProcess.Messages.FURTHER_INFORMATION_GIVEN);
        assertThat(scheme.openSteps(reference)).containsExactly(SupportCaseProcess.Elements.ASSESS_REQUEST);
    }

    private void ratingQuestioned() {
        timeline.add(
                new CaseReference(reference),
                "practice",
                "RAG rating questioned",
                null,
                "Amber, by Dr Test",
                "It is worse.");
        processes.tell(reference, SupportCaseProcess.Messages.RAG_QUESTIONED);
        assertThat(scheme.shown(reference, SupportCaseProcess.Elements.ANSWER_RAG_QUESTION)
                        .get("questionSummary")
                        .toString())
                .contains("It is worse");
        complete(
                "answerRagQuestion",
                "service-manager",
                Map.of("outcome", "KEEP", "note", "We have looked at it together."));
    }

    private void declined() {
        complete(
                "assessRequest",
                "coordinator",
                Map.of(
                        "decision",
                        "DECLINE",
                        "declineReason",
                        "OTHER_SERVICE",
                        "signpostedTo",
                        "The digital team of the ICB"));
        assertThat(stage()).isEqualTo(CaseStage.DECLINED);
    }

    private void withdrawnByThePractice() {
        accept();
        scheme.start(
                CaseChangeProcess.KEY,
                "coordinator",
                Map.of("caseReference", reference, "change", "PRACTICE_WITHDRAWS", "reason", "They found a manager."));
        assertThat(stage()).isEqualTo(CaseStage.CLOSING);
        assertThat(scheme.openSteps(reference)).isEmpty();
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(stage()).isEqualTo(CaseStage.CLOSED);
    }

    @Test
    void aRequestWithdrawnBeforeAPmCameEndsWithoutReportMoneyAndFeedback() {
        accept();
        matchTo(pm);
        scheme.start(
                CaseChangeProcess.KEY,
                "coordinator",
                Map.of(
                        "caseReference",
                        reference,
                        "change",
                        "PRACTICE_WITHDRAWS",
                        "reason",
                        "A quarrel, in confidence."));
        assertThat(scheme.openSteps(reference)).isEmpty();
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(placements.active(new CaseReference(reference))).isEmpty();
        assertThat(messages.of(new CaseReference(reference), 100))
                .filteredOn(message -> message.template().equals("case-closed"))
                .singleElement()
                .satisfies(message -> assertThat(message.body())
                        .contains("has been withdrawn before a practice manager came", "please ask us at any time")
                        .doesNotContain("quarrel", "hours of support", "could not find"));
    }

    private void endedWithoutAPlan() {
        accept();
        matchTo(pm);
        introduceAndVisit("AMBER");
        complete(
                "prepareJobPlan",
                "service-manager",
                Map.of("decision", "STOP_PLANNING", "reason", "The practice no longer needs it."));
        close();
    }

    private void accept() {
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
                today().plusDays(7).toString(),
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC", "FINANCES"));
        complete("assessRequest", "coordinator", fields);
        assertThat(stage()).isEqualTo(CaseStage.MATCHING);
    }

    private void matchTo(String chosen) {
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        complete(
                "choosePm",
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", chosen, "reason", "Best known to the practice."));
        complete("respondToOffer", chosen, Map.of("answer", "ACCEPT", "noConflict", true));
        assertThat(stage()).isEqualTo(CaseStage.INTRODUCING);
    }

    private void introduceAndVisit(String ragNow) {
        complete(
                "introducePm",
                "coordinator",
                Map.of(
                        "introducedOn",
                        today().toString(),
                        "how",
                        "MEETING",
                        "firstVisitOn",
                        today().toString(),
                        "notes",
                        "Ask for Ann."));
        assertThat(scheme.shown(reference, SupportCaseProcess.Elements.REPORT_FIRST_VISIT))
                .hasEntrySatisfying("beforeVisit", shown -> assertThat(shown.toString())
                        .contains("What you should know:** Ask for Ann"));
        complete(
                "reportFirstVisit",
                pm,
                Map.of(
                        "visitedOn",
                        today().toString(),
                        "findings",
                        "Much to do.",
                        "needsConfirmed",
                        "YES",
                        "ragNow",
                        ragNow,
                        "ragReason",
                        "Payroll is late."));
    }

    private void agreePlan() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "SUBMIT",
                "sessionsAWeek",
                1,
                "startOn",
                today().toString(),
                "endOn",
                today().plusWeeks(8).toString(),
                "hours",
                32,
                "hourlyRate",
                30,
                "fund",
                fund,
                "reason",
                "As agreed."));
        fields.put("objectives", List.of(Map.of("objective", "Pay the staff on time", "measure", "No late payslip")));
        complete("prepareJobPlan", "service-manager", fields);
        complete("approveJobPlan", pm, Map.of("answer", "APPROVE"));
        complete(
                "recordPracticeApproval",
                "coordinator",
                Map.of("answer", "APPROVE", "answeredBy", "Dr Test", "answeredOn", today().toString()));
        scheme.fire(reference, JobPlanApprovalProcess.Elements.ACTIVATE_PLAN);
        assertThat(stage()).isEqualTo(CaseStage.SUPPORTED);
    }

    private void reportTheWeek(boolean complete) {
        clock.moveBy(java.time.Duration.ofDays(7));
        scheme.fire(reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
        Map<String, Object> fields = new HashMap<>(Map.of("hours", 4, "ragNow", "RED", "supportComplete", complete));
        fields.put("progress", List.of(Map.of("objective", "Pay the staff on time", "progress", "On the way")));
        complete("reportTheWeek", pm, fields);
        if (complete) {
            complete("reviewCheckIn", "service-manager", Map.of("decision", "COMPLETE", "note", "All is done."));
        }
    }

    private void close() {
        complete(
                "writeClosingReport",
                "service-manager",
                Map.of(
                        "objectivesMet",
                        "SOME",
                        "whatChanged",
                        "Payroll runs.",
                        "whatRemains",
                        "Recruit a manager: the partners."));
        complete("reconcileMoney", "service-manager", Map.of("confirmed", true));
        if (feedbackByLink) {
            processes.tell(reference, CaseClosureProcess.Messages.FEEDBACK_GIVEN);
        } else {
            scheme.fire(reference, CaseClosureProcess.Timers.FIRST_REMINDER_DUE);
            scheme.fire(reference, CaseClosureProcess.Timers.SECOND_REMINDER_DUE);
            complete(
                    "recordFeedback", "coordinator", Map.of("given", "NO", "noFeedbackReason", "They did not answer."));
        }
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
        assertThat(stage()).isEqualTo(CaseStage.CLOSED);
    }

    private void complete(String step, String person, Map<String, Object> fields) {
        scheme.complete(reference, "userTask_" + step, person, fields);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private CaseStage stage() {
        return cases.get(new CaseReference(reference)).stage();
    }
}
