package org.rovingpm.jobplan.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.engine.FormTask;
import org.rovingpm.jobplan.JobPlanApprovalProcess.Variables;

/** The number of the plan that a step of job-plan-approval is about. */
final class StepPlan {

    private StepPlan() {}

    static long of(VariableScope step) {
        return Long.parseLong((String) step.getVariable(Variables.PLAN_ID));
    }

    static long of(FormTask task) {
        return Long.parseLong(task.text(Variables.PLAN_ID));
    }
}
