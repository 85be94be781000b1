package org.rovingpm.schemestart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.alert.TeamAlertProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.notification.Messages;
import org.rovingpm.schemestart.ImportSpreadsheet.Result;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.ImportCase;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Cases that come from a spreadsheet: each stage goes on to the end as if the case had come there by itself. */
@ApplicationTest
@StartsAt
@Transactional
class ImportedCaseTest {

    private static final String MANAGER = "service-manager";
    private static final String PRACTICE = "Z99081";

    @Autowired
    private Scheme scheme;

    @Autowired
    private ImportedFiles files;

    @Autowired
    private ImportSpreadsheet importSpreadsheet;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Messages messages;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private HistoryService history;

    private String pm;
    private String fund;

    @BeforeEach
    void aScheme() {
        pm = scheme.pm("pm-81");
        fund = scheme.fund("IMPORT-81", "50000");
        scheme.practice(PRACTICE);
    }

    @ParameterizedTest
    @CsvSource({
        "Requested,REQUESTED,userTask_assessRequest",
        "Waiting for information,INFORMATION_NEEDED,userTask_recordFurtherInformation",
        "Giving advice,ADVISING,userTask_giveAdvice",
        "Finding a PM,MATCHING,",
        "Introducing the PM,INTRODUCING,userTask_reportFirstVisit",
        "Agreeing the job plan,PLANNING,userTask_prepareJobPlan",
        "Support in place,SUPPORTED,",
        "Closing,CLOSING,userTask_writeClosingReport"
    })
    void anImportedCaseOfEachStageGoesOnToItsClosure(String label, CaseStage stage, String waitsFor) {
        CaseReference reference = imported(Sheets.allTheWay(label, pm, fund, today()));

        assertThat(cases.get(reference).stage()).isEqualTo(stage);
        assertThat(scheme.openSteps(reference.value())).isEqualTo(waitsFor == null ? List.of() : List.of(waitsFor));
        assertThat(messages.of(reference, 10))
                .extracting(Message::template)
                .isEqualTo(stage == CaseStage.CLOSING ? List.of("support-ending", "closure-begun") : List.of());
        assertThat(timeline.of(reference, ImportCase.IMPORTED, 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo(MANAGER);
                    assertThat(entry.reason()).contains("24 September 2026").contains("OLD-1");
                });

        toTheEnd(reference.value());

        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .unfinished()
                        .processDefinitionKeyNotIn(List.of(TeamAlertProcess.KEY, MessageDeliveryProcess.KEY))
                        .count())
                .isZero();
    }

    @Test
    void aCaseWhosePmHasNotBeenIntroducedWaitsForThat() {
        Map<String, Object> row = Sheets.allTheWay("Introducing the PM", pm, fund, today());
        row.remove("introducedOn");
        row.remove("firstVisitOn");

        assertThat(scheme.openSteps(imported(row).value())).containsExactly(SupportCaseProcess.Elements.INTRODUCE_PM);
    }

    @Test
    void thePlanOfAnImportedCaseCommitsTheMoneyThatIsLeft() {
        CaseReference reference = imported(Sheets.allTheWay("Support in place", pm, fund, today()));

        assertThat(jdbc.sql("select committed from case_money where case_reference = :reference")
                        .param("reference", reference.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(720);
        assertThat(jdbc.sql("select count(*) from plan_approval a join job_plan p on p.id = a.plan_id"
                                + " where p.case_reference = :reference and a.answered_by = 'Agreed before the import'")
                        .param("reference", reference.value())
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aClosedCaseIsInOurTablesAndInNoProcess() {
        Map<String, Object> row = new HashMap<>(Sheets.openCase("OLD-7", PRACTICE, today()));
        row.putAll(Map.of(
                "rag",
                "Red",
                "pm",
                pm,
                "pmSince",
                today().minusDays(50),
                "sessionsAWeek",
                2,
                "closedOn",
                today().minusDays(9)));
        row.put("result", "A manager was found.");

        CaseReference reference = reference(run(new Sheets().row(Sheet.CLOSED_CASES, row)));

        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(cases.get(reference).closedAt()).isEqualTo("2026-11-14T17:00:00Z");
        assertThat(cases.get(reference).request().at()).isEqualTo("2026-09-24T16:00:00Z");
        assertThat(jdbc.sql("select pm from placement where case_reference = :reference and ended_on = '2026-11-14'")
                        .param("reference", reference.value())
                        .query(String.class)
                        .single())
                .isEqualTo(pm);
        assertThat(jdbc.sql("select stage || ' ' || open || ' ' || pm from listed_case where reference = :reference")
                        .param("reference", reference.value())
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED false pm-81");
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
        assertThat(timeline.latest(reference, "Case closed").orElseThrow().reason())
                .isEqualTo("A manager was found.");
    }

    private CaseReference imported(Map<String, Object> further) {
        Map<String, Object> row = Sheets.openCase("OLD-1", PRACTICE, today());
        row.putAll(further);
        return reference(run(new Sheets().row(Sheet.OPEN_CASES, row)));
    }

    private Result run(Sheets sheets) {
        Result result = importSpreadsheet.run(files.add("cases.xlsx", sheets.workbook(), MANAGER), MANAGER);
        assertThat(result.problems()).isEmpty();
        return result;
    }

    private static CaseReference reference(Result result) {
        return new CaseReference(result.rows().get(0).what().split(",")[0]);
    }

    private void toTheEnd(String reference) {
        for (int step = 0;
                step < 40 && cases.get(new CaseReference(reference)).stage().open();
                step++) {
            List<String> open = scheme.openSteps(reference);
            if (open.isEmpty()) {
                clock.moveBy(Duration.ofDays(7));
                fire(reference);
            } else {
                scheme.complete(reference, open.get(0), person(open.get(0)), answers(open.get(0)));
            }
        }
    }

    /** Whatever waits for a moment or for a worker, but no message to be delivered. */
    private void fire(String reference) {
        for (var instance : processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKeyNotIn(TeamAlertProcess.KEY, MessageDeliveryProcess.KEY)
                .list()) {
            for (Job job : jobs.createJobQuery()
                    .processInstanceId(instance.getId())
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1)) {
                jobs.executeJob(job.getId());
                return;
            }
        }
        throw new AssertionError("Nothing goes on in case " + reference);
    }

    private String person(String step) {
        return switch (step) {
            case ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                    SupportCaseProcess.Elements.REPORT_FIRST_VISIT,
                    JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN,
                    WeeklyCheckInProcess.Elements.REPORT_THE_WEEK -> pm;
            case ManagerMatchingProcess.Elements.CHOOSE_PM,
                    SupportCaseProcess.Elements.AGREE_CHANGED_RAG,
                    JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN,
                    WeeklyCheckInProcess.Elements.REVIEW_CHECK_IN,
                    CaseClosureProcess.Elements.WRITE_CLOSING_REPORT,
                    CaseClosureProcess.Elements.RECONCILE_MONEY -> MANAGER;
            case JobPlanApprovalProcess.Elements.APPROVE_SPENDING -> "budget-holder";
            default -> "coordinator";
        };
    }

    private Map<String, Object> answers(String step) {
        String today = today().toString();
        return switch (step) {
            case SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION ->
                Map.of("information", "They sent them.", "givenBy", "Dr Field");
            case SupportCaseProcess.Elements.ASSESS_REQUEST -> {
                Map<String, Object> assessed = new HashMap<>(Sheets.allTheWay("", pm, fund, today()));
                assessed.keySet().retainAll(List.of("agreedWith", "helpNeeded", "sessionsAWeek", "expectedWeeks"));
                assessed.putAll(Map.of(
                        "decision",
                        "ACCEPT",
                        "rag",
                        "AMBER",
                        "overrideReason",
                        "Seen.",
                        "helpKinds",
                        List.of("FINANCES")));
                assessed.put("expectedStart", today);
                yield assessed;
            }
            case SupportCaseProcess.Elements.GIVE_ADVICE ->
                Map.of(
                        "givenBy",
                        pm,
                        "givenOn",
                        today,
                        "way",
                        "VISIT",
                        "advice",
                        "Begin with the rota.",
                        "hours",
                        2,
                        "outcome",
                        "ENOUGH");
            case ManagerMatchingProcess.Elements.CHOOSE_PM ->
                Map.of("decision", "CHOOSE", "pm", pm, "reason", "Best known.");
            case ManagerMatchingProcess.Elements.RESPOND_TO_OFFER -> Map.of("answer", "ACCEPT", "noConflict", true);
            case SupportCaseProcess.Elements.INTRODUCE_PM ->
                Map.of("introducedOn", today, "how", "MEETING", "firstVisitOn", today);
            case SupportCaseProcess.Elements.REPORT_FIRST_VISIT ->
                Map.of("visitedOn", today, "findings", "Much to do.", "needsConfirmed", "YES", "ragNow", "AMBER");
            case JobPlanApprovalProcess.Elements.PREPARE_JOB_PLAN ->
                Map.of(
                        "decision",
                        "SUBMIT",
                        "sessionsAWeek",
                        1,
                        "startOn",
                        today,
                        "endOn",
                        today().plusWeeks(4).toString(),
                        "hours",
                        16,
                        "hourlyRate",
                        30,
                        "fund",
                        fund,
                        "objectives",
                        List.of(Map.of("objective", "Pay the staff on time", "measure", "No late payslip")));
            case JobPlanApprovalProcess.Elements.APPROVE_JOB_PLAN -> Map.of("answer", "APPROVE");
            case JobPlanApprovalProcess.Elements.RECORD_PRACTICE_APPROVAL ->
                Map.of("answer", "APPROVE", "answeredBy", "Dr Field", "answeredOn", today);
            case JobPlanApprovalProcess.Elements.APPROVE_SPENDING -> Map.of("answer", "APPROVE");
            case WeeklyCheckInProcess.Elements.REPORT_THE_WEEK ->
                Map.of(
                        "hours",
                        4,
                        "ragNow",
                        "AMBER",
                        "supportComplete",
                        true,
                        "progress",
                        List.of(Map.of("objective", "Pay the staff on time", "progress", "Done")));
            case WeeklyCheckInProcess.Elements.REVIEW_CHECK_IN ->
                Map.of("decision", "COMPLETE", "note", "All is done.");
            case CaseClosureProcess.Elements.WRITE_CLOSING_REPORT ->
                Map.of("objectivesMet", "ALL", "whatChanged", "Payroll runs.", "whatRemains", "Nothing.");
            case CaseClosureProcess.Elements.RECONCILE_MONEY -> Map.of("confirmed", true);
            case CaseClosureProcess.Elements.RECORD_FEEDBACK -> Map.of("given", "NO", "noFeedbackReason", "No answer.");
            default -> throw new AssertionError("No answer to " + step);
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
