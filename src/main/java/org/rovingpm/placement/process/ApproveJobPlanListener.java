package org.rovingpm.placement.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.ApproveJobPlan;
import org.rovingpm.placement.JobPlan;
import org.rovingpm.placement.JobPlans;
import org.rovingpm.placement.PlanSummary;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("approveJobPlanListener")
class ApproveJobPlanListener extends FormListener<ApproveJobPlan.Form> {

    private final ApproveJobPlan approveJobPlan;
    private final CaseSummary facts;
    private final PlanSummary plans;
    private final JobPlans jobPlans;

    ApproveJobPlanListener(ApproveJobPlan approveJobPlan, CaseSummary facts, PlanSummary plans, JobPlans jobPlans) {
        super("approve-job-plan", ApproveJobPlan.Form.class);
        this.approveJobPlan = approveJobPlan;
        this.facts = facts;
        this.plans = plans;
        this.jobPlans = jobPlans;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        JobPlan plan = jobPlans.get(JobPlanApprovalProcess.planOf(task));
        return Map.of(
                "caseSummary", facts.of(reference), "planSummary", plans.of(plan), "planObjectives", plan.objectives());
    }

    @Override
    protected void completed(DelegateTask task, ApproveJobPlan.Form submitted, String who) {
        boolean approved = approveJobPlan.answer(
                SupportCaseProcess.caseOf(task), JobPlanApprovalProcess.planOf(task), submitted, who);
        task.setVariable(JobPlanApprovalProcess.PLAN_APPROVED, approved);
    }
}
