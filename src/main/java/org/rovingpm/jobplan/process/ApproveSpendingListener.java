package org.rovingpm.jobplan.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.fairspread.SpreadSummary;
import org.rovingpm.jobplan.ApproveSpending;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.jobplan.PlanSummary;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("approveSpendingListener")
class ApproveSpendingListener extends FormListener<ApproveSpending.Form> {

    private final ApproveSpending approveSpending;
    private final CaseSummary caseSummary;
    private final PlanSummary plans;
    private final JobPlans jobPlans;
    private final SpreadSummary spread;

    ApproveSpendingListener(
            ApproveSpending approveSpending,
            CaseSummary caseSummary,
            PlanSummary plans,
            JobPlans jobPlans,
            SpreadSummary spread) {
        super("approve-spending", ApproveSpending.Form.class);
        this.approveSpending = approveSpending;
        this.caseSummary = caseSummary;
        this.plans = plans;
        this.jobPlans = jobPlans;
        this.spread = spread;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        JobPlan plan = jobPlans.get(StepPlan.of(task));
        return Map.of(
                "caseSummary",
                caseSummary.of(reference),
                "planSummary",
                plans.of(plan),
                "planObjectives",
                plan.objectives(),
                "fundSummary",
                plans.fundOf(plan),
                "spread",
                spread.rows(reference));
    }

    @Override
    protected void completed(DelegateTask task, ApproveSpending.Form submitted, String who) {
        boolean approved = approveSpending.answer(StepCase.of(task), StepPlan.of(task), submitted, who);
        task.setVariable(JobPlanApprovalProcess.Variables.PLAN_APPROVED, approved);
    }
}
