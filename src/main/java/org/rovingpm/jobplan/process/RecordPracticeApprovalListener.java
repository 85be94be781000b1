package org.rovingpm.jobplan.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.jobplan.PlanSummary;
import org.rovingpm.jobplan.RecordPracticeApproval;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.PracticeOptions;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("recordPracticeApprovalListener")
class RecordPracticeApprovalListener extends FormListener<RecordPracticeApproval.Form> {

    private final RecordPracticeApproval recordPracticeApproval;
    private final CaseSummary caseSummary;
    private final PlanSummary plans;
    private final JobPlans jobPlans;
    private final Practices practices;

    RecordPracticeApprovalListener(
            RecordPracticeApproval recordPracticeApproval,
            CaseSummary caseSummary,
            PlanSummary plans,
            JobPlans jobPlans,
            Practices practices) {
        super("record-practice-approval", RecordPracticeApproval.Form.class);
        this.recordPracticeApproval = recordPracticeApproval;
        this.caseSummary = caseSummary;
        this.plans = plans;
        this.jobPlans = jobPlans;
        this.practices = practices;
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
                "severalPractices",
                recordPracticeApproval.missing(plan.id()).size() > 1,
                "waitingPractices",
                PracticeOptions.of(recordPracticeApproval.missing(plan.id()), practices),
                "contactSummary",
                caseSummary.contactOf(reference));
    }

    @Override
    protected void completed(DelegateTask task, RecordPracticeApproval.Form submitted, String who) {
        boolean approved = recordPracticeApproval.record(StepCase.of(task), StepPlan.of(task), submitted, who);
        task.setVariable(JobPlanApprovalProcess.Variables.PLAN_APPROVED, approved);
        task.setVariable(
                JobPlanApprovalProcess.Variables.OTHERS_TO_ANSWER,
                approved && !recordPracticeApproval.missing(StepPlan.of(task)).isEmpty());
    }
}
