package org.rovingpm.placement.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.PlanSummary;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.CloseCase;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("writeClosingReportListener")
class WriteClosingReportListener extends FormListener<CloseCase.Report> {

    private final CloseCase closeCase;
    private final CaseSummary facts;
    private final PlanSummary plans;

    WriteClosingReportListener(CloseCase closeCase, CaseSummary facts, PlanSummary plans) {
        super("write-closing-report", CloseCase.Report.class);
        this.closeCase = closeCase;
        this.facts = facts;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", facts.of(reference));
        shown.put("supportSummary", plans.hoursOf(reference));
        shown.put("planObjectives", plans.objectivesWithProgress(reference));
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, CloseCase.Report submitted, String who) {
        closeCase.report(SupportCaseProcess.caseOf(task), submitted, who);
    }
}
