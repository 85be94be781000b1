package org.rovingpm.placement.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.placement.JobPlan;
import org.rovingpm.placement.JobPlans;
import org.rovingpm.placement.PlanSummary;
import org.rovingpm.placement.RecordPracticeApproval;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("recordPracticeApprovalListener")
class RecordPracticeApprovalListener extends FormListener<RecordPracticeApproval.Form> {

    private final RecordPracticeApproval recordPracticeApproval;
    private final CaseSummary facts;
    private final PlanSummary plans;
    private final JobPlans jobPlans;

    RecordPracticeApprovalListener(
            RecordPracticeApproval recordPracticeApproval, CaseSummary facts, PlanSummary plans, JobPlans jobPlans) {
        super("record-practice-approval", RecordPracticeApproval.Form.class);
        this.recordPracticeApproval = recordPracticeApproval;
        this.facts = facts;
        this.plans = plans;
        this.jobPlans = jobPlans;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        JobPlan plan = jobPlans.get(JobPlanApprovalProcess.planOf(task));
        return Map.of(
                "caseSummary",
                facts.of(reference),
                "planSummary",
                plans.of(plan),
                "planObjectives",
                plan.objectives(),
                "contactSummary",
                facts.contactOf(reference));
    }

    @Override
    protected void completed(DelegateTask task, RecordPracticeApproval.Form submitted, String who) {
        boolean approved = recordPracticeApproval.record(
                SupportCaseProcess.caseOf(task), JobPlanApprovalProcess.planOf(task), submitted, who);
        task.setVariable(JobPlanApprovalProcess.PLAN_APPROVED, approved);
    }
}
