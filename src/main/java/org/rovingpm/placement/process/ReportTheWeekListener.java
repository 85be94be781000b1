package org.rovingpm.placement.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.ReportWeek;
import org.rovingpm.placement.WeekFacts;
import org.rovingpm.supportcase.CaseFacts;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("reportTheWeekListener")
class ReportTheWeekListener extends FormListener<ReportWeek.Form> {

    private final ReportWeek reportWeek;
    private final CaseFacts facts;
    private final WeekFacts weeks;

    ReportTheWeekListener(ReportWeek reportWeek, CaseFacts facts, WeekFacts weeks) {
        super("report-the-week", ReportWeek.Form.class);
        this.reportWeek = reportWeek;
        this.facts = facts;
        this.weeks = weeks;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        return Map.of(
                "caseFacts",
                facts.of(reference),
                "weekFacts",
                weeks.weekOf(reference, WeeklyCheckInProcess.weekOf(task)),
                "progress",
                weeks.progressToReport(reference),
                "currentRag",
                task.text(SupportCaseProcess.RAG));
    }

    @Override
    protected void completed(DelegateTask task, ReportWeek.Form submitted, String who) {
        ReportWeek.Outcome outcome =
                reportWeek.report(SupportCaseProcess.caseOf(task), WeeklyCheckInProcess.weekOf(task), submitted, who);
        task.setVariable(WeeklyCheckInProcess.REVIEW_NEEDED, outcome.reviewNeeded());
        task.setVariable(WeeklyCheckInProcess.SUPPORT_COMPLETE, outcome.supportComplete());
    }
}
