package org.rovingpm.placement.process;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.TakeUpMissingReport;
import org.rovingpm.placement.WeekFacts;
import org.rovingpm.supportcase.CaseFacts;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("takeUpMissingReportListener")
class TakeUpMissingReportListener extends FormListener<TakeUpMissingReport.Form> {

    private final TakeUpMissingReport takeUpMissingReport;
    private final CaseFacts facts;
    private final WeekFacts weeks;

    TakeUpMissingReportListener(TakeUpMissingReport takeUpMissingReport, CaseFacts facts, WeekFacts weeks) {
        super("take-up-missing-report", TakeUpMissingReport.Form.class);
        this.takeUpMissingReport = takeUpMissingReport;
        this.facts = facts;
        this.weeks = weeks;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        LocalDate week = WeeklyCheckInProcess.weekOf(task);
        return Map.of(
                "caseFacts",
                facts.of(reference),
                "weekFacts",
                weeks.weekOf(reference, week),
                "pmFacts",
                weeks.pmOf(reference),
                "chaseNotes",
                weeks.chaseRows(reference, week));
    }

    @Override
    protected void completed(DelegateTask task, TakeUpMissingReport.Form submitted, String who) {
        takeUpMissingReport.takeUp(SupportCaseProcess.caseOf(task), WeeklyCheckInProcess.weekOf(task), submitted, who);
    }
}
