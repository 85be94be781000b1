package org.rovingpm.checkin.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.checkin.ReportTheWeek;
import org.rovingpm.checkin.WeekSummary;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
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
                weeks.weekOf(reference, StepWeek.of(task)),
                "progress",
                weeks.progressToReport(reference),
                "currentRag",
                task.text(CaseVariables.RAG));
    }

    @Override
    protected void completed(DelegateTask task, ReportTheWeek.Form submitted, String who) {
        ReportTheWeek.Outcome outcome = reportTheWeek.report(StepCase.of(task), StepWeek.of(task), submitted, who);
        task.setVariable(WeeklyCheckInProcess.Variables.REVIEW_NEEDED, outcome.reviewNeeded());
        task.setVariable(WeeklyCheckInProcess.Variables.SUPPORT_COMPLETE, false);
    }
}
