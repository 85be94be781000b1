package org.rovingpm.jobplan.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.engine.FormTask;

/** The contract of job-plan-approval.bpmn: its key, its variables, and what gateways ask. */
public final class JobPlanApprovalProcess {

    public static final String KEY = "job-plan-approval";

    public static final String PREPARE_JOB_PLAN = "userTask_prepareJobPlan";
    public static final String APPROVE_JOB_PLAN = "userTask_approveJobPlan";
    public static final String RECORD_PRACTICE_APPROVAL = "userTask_recordPracticeApproval";
    public static final String APPROVE_SPENDING = "userTask_approveSpending";
    public static final String RELEASE_MONEY = "serviceTask_releaseMoney";
    public static final String ACTIVATE_PLAN = "serviceTask_activatePlan";

    /** Message that the practice has answered by its link. */
    public static final String PRACTICE_ANSWERED_PLAN = "practiceAnsweredPlan";

    /** Whether a plan in effect is to be changed. */
    public static final String VARIATION = "variation";

    public static final String PLAN_ID = "planId";
    public static final String PLAN_SUBMITTED = "planSubmitted";
    public static final String BUDGET_HOLDER_NEEDED = "budgetHolderNeeded";
    /** The answer given last. */
    public static final String PLAN_APPROVED = "planApproved";
    /** The outcome: whether a plan has taken effect. */
    public static final String PLAN_AGREED = "planAgreed";

    private JobPlanApprovalProcess() {}

    static long planOf(VariableScope scope) {
        return Long.parseLong((String) scope.getVariable(PLAN_ID));
    }

    static long planOf(FormTask task) {
        return Long.parseLong(task.text(PLAN_ID));
    }
}
