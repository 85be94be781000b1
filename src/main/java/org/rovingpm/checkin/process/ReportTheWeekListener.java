package org.rovingpm.checkin.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.checkin.ReportTheWeek;
import org.rovingpm.checkin.WeekSummary;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("reportTheWeekListener")
class ReportTheWeekListener extends FormListener<ReportTheWeek.Form> {

    private final ReportTheWeek reportTheWeek;
    private final CaseSummary caseSummary;
    private final WeekSummary weeks;

    ReportTheWeekListener(ReportTheWeek reportTheWeek, CaseSummary caseSummary, WeekSummary weeks) {
        super("report-the-week", ReportTheWeek.Form.class);
        this.reportTheWeek = reportTheWeek;
        this.caseSummary = caseSummary;
        this.weeks = weeks;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseSummary",
                caseSummary.of(reference),
                "weekSummary",
                weeks.weekOf(reference, WeeklyCheckInProcess.weekOf(task)),
                "progress",
                weeks.progressToReport(reference),
                "currentRag",
                task.text(SupportCaseProcess.RAG));
    }

    @Override
    protected void completed(DelegateTask task, ReportTheWeek.Form submitted, String who) {
        ReportTheWeek.Outcome outcome = reportTheWeek.report(
                SupportCaseProcess.caseOf(task), WeeklyCheckInProcess.weekOf(task), submitted, who);
        task.setVariable(WeeklyCheckInProcess.REVIEW_NEEDED, outcome.reviewNeeded());
        task.setVariable(WeeklyCheckInProcess.SUPPORT_COMPLETE, outcome.supportComplete());
    }
}
