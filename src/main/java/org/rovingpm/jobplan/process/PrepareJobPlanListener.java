package org.rovingpm.jobplan.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.fairspread.SpreadSummary;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.jobplan.PlanSummary;
import org.rovingpm.jobplan.PrepareJobPlan;
import org.rovingpm.placement.PlacementSummary;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("prepareJobPlanListener")
class PrepareJobPlanListener extends FormListener<PrepareJobPlan.Form> {

    private final PrepareJobPlan prepareJobPlan;
    private final CaseSummary caseSummary;
    private final PlacementSummary placementSummary;
    private final PlanSummary plans;
    private final SpreadSummary spread;

    PrepareJobPlanListener(
            PrepareJobPlan prepareJobPlan,
            CaseSummary caseSummary,
            PlacementSummary placementSummary,
            PlanSummary plans,
            SpreadSummary spread) {
        super("prepare-job-plan", PrepareJobPlan.Form.class);
        this.prepareJobPlan = prepareJobPlan;
        this.caseSummary = caseSummary;
        this.placementSummary = placementSummary;
        this.plans = plans;
        this.spread = spread;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>(plans.draft(reference));
        shown.put("caseSummary", caseSummary.of(reference));
        shown.put("needSummary", placementSummary.needOf(reference));
        shown.put("spread", spread.rows(reference));
        shown.put("findings", placementSummary.findingsOf(reference));
        shown.put("previousPlan", plans.inEffect(reference));
        shown.put("earlierComments", plans.refusals(reference));
        shown.put("funds", plans.fundRows());
        shown.put("fundOptions", plans.fundOptions());
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, PrepareJobPlan.Form submitted, String who) {
        PrepareJobPlan.Prepared prepared = prepareJobPlan.prepare(StepCase.of(task), submitted, who);
        task.setVariable(JobPlanApprovalProcess.Variables.PLAN_SUBMITTED, prepared.submitted());
        task.setVariable(
                JobPlanApprovalProcess.Variables.PLAN_ID,
                prepared.submitted() ? prepared.planId().toString() : null);
        task.setVariable(JobPlanApprovalProcess.Variables.BUDGET_HOLDER_NEEDED, prepared.budgetHolderNeeded());
        task.setVariable(JobPlanApprovalProcess.Variables.PLAN_AGREED, false);
    }
}
