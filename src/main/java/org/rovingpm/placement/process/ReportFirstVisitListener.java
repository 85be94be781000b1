package org.rovingpm.placement.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.assessment.Needs;
import org.rovingpm.choice.Choice;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.PlacementSummary;
import org.rovingpm.placement.ReportFirstVisit;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("reportFirstVisitListener")
class ReportFirstVisitListener extends FormListener<ReportFirstVisit.Form> {

    private final ReportFirstVisit reportFirstVisit;
    private final CaseSummary caseSummary;
    private final PlacementSummary placementSummary;
    private final Needs needs;

    ReportFirstVisitListener(
            ReportFirstVisit reportFirstVisit,
            CaseSummary caseSummary,
            PlacementSummary placementSummary,
            Needs needs) {
        super("report-first-visit", ReportFirstVisit.Form.class);
        this.reportFirstVisit = reportFirstVisit;
        this.caseSummary = caseSummary;
        this.placementSummary = placementSummary;
        this.needs = needs;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", caseSummary.of(reference));
        shown.put("beforeVisit", placementSummary.beforeVisitOf(reference));
        shown.put("needSummary", placementSummary.needOf(reference));
        shown.put("currentRag", task.text(CaseVariables.RAG));
        shown.put("helpKinds", Choice.offeredOf(needs.latest(reference).kinds()));
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, ReportFirstVisit.Form submitted, String who) {
        boolean proposed = reportFirstVisit.report(StepCase.of(task), submitted, who);
        task.setVariable(SupportCaseProcess.Variables.RAG_CHANGE_PROPOSED, proposed);
    }
}
