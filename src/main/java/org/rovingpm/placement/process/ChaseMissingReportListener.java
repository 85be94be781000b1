package org.rovingpm.placement.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.ChaseMissingReport;
import org.rovingpm.placement.WeekFacts;
import org.rovingpm.supportcase.CaseFacts;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("chaseMissingReportListener")
class ChaseMissingReportListener extends FormListener<ChaseMissingReport.Form> {

    private final ChaseMissingReport chaseMissingReport;
    private final CaseFacts facts;
    private final WeekFacts weeks;

    ChaseMissingReportListener(ChaseMissingReport chaseMissingReport, CaseFacts facts, WeekFacts weeks) {
        super("chase-missing-report", ChaseMissingReport.Form.class);
        this.chaseMissingReport = chaseMissingReport;
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
                "pmFacts",
                weeks.pmOf(reference));
    }

    @Override
    protected void completed(DelegateTask task, ChaseMissingReport.Form submitted, String who) {
        chaseMissingReport.chase(SupportCaseProcess.caseOf(task), WeeklyCheckInProcess.weekOf(task), submitted, who);
    }
}
