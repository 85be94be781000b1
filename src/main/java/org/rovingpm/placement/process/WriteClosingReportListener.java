package org.rovingpm.placement.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.PlanFacts;
import org.rovingpm.supportcase.CaseFacts;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CloseCase;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("writeClosingReportListener")
class WriteClosingReportListener extends FormListener<CloseCase.Report> {

    private final CloseCase closeCase;
    private final CaseFacts facts;
    private final PlanFacts plans;

    WriteClosingReportListener(CloseCase closeCase, CaseFacts facts, PlanFacts plans) {
        super("write-closing-report", CloseCase.Report.class);
        this.closeCase = closeCase;
        this.facts = facts;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseFacts", facts.of(reference));
        shown.put("supportFacts", plans.hoursOf(reference));
        shown.put("planObjectives", plans.objectivesWithProgress(reference));
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, CloseCase.Report submitted, String who) {
        closeCase.report(SupportCaseProcess.caseOf(task), submitted, who);
    }
}
