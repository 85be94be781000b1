package org.rovingpm.jobplan;

import org.rovingpm.contract.Carries;
import org.rovingpm.contract.ProcessContract;

/** The contract of job-plan-approval.bpmn. */
@ProcessContract(value = JobPlanApprovalProcess.KEY, kind = ProcessContract.Kind.CASE)
public final class JobPlanApprovalProcess {

    public static final String KEY = "job-plan-approval";

    /** Ids of its steps and events that the code names. */
    public static final class Elements {
        public static final String PREPARE_JOB_PLAN = "userTask_prepareJobPlan";
        public static final String PLAN_SUBMITTED = "gateway_planSubmitted";
        public static final String APPROVE_JOB_PLAN = "userTask_approveJobPlan";
        public static final String APPROVED_BY_PM = "gateway_approvedByPm";
        public static final String RECORD_PRACTICE_APPROVAL = "userTask_recordPracticeApproval";
        public static final String APPROVE_SPENDING = "userTask_approveSpending";
        public static final String RELEASE_MONEY = "serviceTask_releaseMoney";
        public static final String ACTIVATE_PLAN = "serviceTask_activatePlan";
        public static final String PRACTICE_AND_PM_TOLD_OF_REFUSAL = "throwEvent_practiceAndPmToldOfRefusal";

        private Elements() {}
    }

    /** Names of its variables. */
    public static final class Variables {
        /** Boolean: whether a plan in effect is to be varied. */
        public static final String VARIATION = "variation";

        /** The number of the plan that was submitted last, as a String. */
        public static final String PLAN_ID = "planId";

        /** Boolean: whether a plan was submitted; if not, planning has stopped. */
        public static final String PLAN_SUBMITTED = "planSubmitted";

        /** Boolean: whether the plan costs so much that a budget holder approves it too. */
        public static final String BUDGET_HOLDER_NEEDED = "budgetHolderNeeded";

        /** Boolean: the answer given last. */
        public static final String PLAN_APPROVED = "planApproved";

        /** Boolean: whether the plan is approved so far, and another practice of the case has to answer. */
        public static final String OTHERS_TO_ANSWER = "otherPracticesToAnswer";

        /** Boolean: the outcome, whether a plan has taken effect. */
        public static final String PLAN_AGREED = "planAgreed";

        private Variables() {}
    }

    /** Names of the messages it waits for. */
    public static final class Messages {
        /** The practice has approved or refused the plan by its link. */
        @Carries(Variables.PLAN_APPROVED)
        public static final String PRACTICE_ANSWERED_PLAN = "practiceAnsweredPlan";

        private Messages() {}
    }

    private JobPlanApprovalProcess() {}
}
