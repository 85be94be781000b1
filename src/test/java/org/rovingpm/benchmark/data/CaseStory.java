package org.rovingpm.benchmark.data;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.Practice;
import org.rovingpm.supportcase.CaseClosureProcess;

/** One real case, taken through its steps by the people who do them; its rows are what the engine and the use cases make. */
public final class CaseStory {

    static final String FUND = "FUND-01";

    private static final String OBJECTIVE = "Pay the staff on time";

    private final Scheme scheme;
    private final String pm;
    private final Practice practice;
    private final String reference;

    CaseStory(Scheme scheme, int number) {
        this.scheme = scheme;
        this.pm = scheme.pm("pm-story-%02d".formatted(number));
        this.practice = scheme.practice("S%05d".formatted(number));
        this.reference = scheme.requestHelp("coordinator", scheme.request(practice));
    }

    String reference() {
        return reference;
    }

    String pm() {
        return pm;
    }

    Practice practice() {
        return practice;
    }

    void askForInformation() {
        complete(
                "assessRequest",
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did she leave?"));
    }

    void decline() {
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
    }

    void accept() {
        complete("assessRequest", "coordinator", acceptance());
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
    }

    void choose() {
        complete(
                "choosePm",
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", pm, "reason", "Best known to the practice."));
    }

    void match() {
        choose();
        complete("respondToOffer", pm, Map.of("answer", "ACCEPT", "noConflict", true));
    }

    void introduce() {
        complete("introducePm", "coordinator", introduction());
    }

    void visit() {
        complete(
                "reportFirstVisit",
                pm,
                Map.of("visitedOn", today(), "findings", "Much to do.", "needsConfirmed", "YES", "ragNow", "AMBER"));
    }

    void submitPlan() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "SUBMIT",
                "sessionsAWeek",
                2,
                "startOn",
                today(),
                "endOn",
                LocalDate.now(SchemeTime.ZONE).plusWeeks(30).toString(),
                "hours",
                240,
                "hourlyRate",
                30,
                "fund",
                FUND));
        fields.put("objectives", List.of(Map.of("objective", OBJECTIVE, "measure", "No late payslip")));
        complete("prepareJobPlan", "service-manager", fields);
    }

    void approvePlan() {
        complete("approveJobPlan", pm, Map.of("answer", "APPROVE"));
    }

    void activatePlan() {
        complete(
                "recordPracticeApproval",
                "coordinator",
                Map.of("answer", "APPROVE", "answeredBy", "Dr Test", "answeredOn", today()));
        if (scheme.openSteps(reference).contains(JobPlanApprovalProcess.Elements.APPROVE_SPENDING)) {
            complete("approveSpending", "budget-holder", Map.of("answer", "APPROVE"));
        }
        scheme.fire(reference, JobPlanApprovalProcess.Elements.ACTIVATE_PLAN);
    }

    public void endWeek() {
        scheme.fire(reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
    }

    void remind() {
        scheme.fire(reference, WeeklyCheckInProcess.Timers.REMINDER_DUE);
        scheme.fire(reference, WeeklyCheckInProcess.Elements.REMIND_PM);
        scheme.fire(reference, WeeklyCheckInProcess.Timers.CHASE_DUE);
    }

    public void reportTheWeek(String concerns, boolean complete) {
        Map<String, Object> fields = new HashMap<>(week());
        fields.put("concerns", concerns);
        fields.put("supportComplete", complete);
        complete("reportTheWeek", pm, fields);
        if (complete) {
            complete("reviewCheckIn", "service-manager", Map.of("decision", "COMPLETE", "note", "All is done."));
        }
    }

    void reportClosure() {
        complete("writeClosingReport", "service-manager", closingReport());
        complete("reconcileMoney", "service-manager", Map.of("confirmed", true));
    }

    void close() {
        complete("recordFeedback", "coordinator", Map.of("given", "NO", "noFeedbackReason", "They did not answer."));
        scheme.fire(reference, CaseClosureProcess.Elements.CLOSE_CASE);
    }

    public static Map<String, Object> acceptance() {
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
                2,
                "expectedStart",
                LocalDate.now(SchemeTime.ZONE).plusDays(7).toString(),
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC", "FINANCES"));
        return fields;
    }

    public static Map<String, Object> introduction() {
        return Map.of("introducedOn", today(), "how", "MEETING", "firstVisitOn", today());
    }

    public static Map<String, Object> week() {
        return Map.of(
                "hours",
                8,
                "ragNow",
                "AMBER",
                "progress",
                List.of(Map.of("objective", OBJECTIVE, "progress", "On the way")));
    }

    public static Map<String, Object> closingReport() {
        return Map.of(
                "objectivesMet",
                "SOME",
                "whatChanged",
                "Payroll runs.",
                "whatRemains",
                "Recruit a manager: the partners.");
    }

    private void complete(String step, String person, Map<String, Object> fields) {
        scheme.complete(reference, "userTask_" + step, person, fields);
    }

    private static String today() {
        return LocalDate.now(SchemeTime.ZONE).toString();
    }
}
