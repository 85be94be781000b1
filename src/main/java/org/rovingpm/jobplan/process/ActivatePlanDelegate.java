package org.rovingpm.jobplan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.engine.Submission;
import org.rovingpm.jobplan.ActivatePlan;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.springframework.stereotype.Component;

@Component("activatePlan")
class ActivatePlanDelegate implements JavaDelegate {

    private final ActivatePlan activatePlan;

    ActivatePlanDelegate(ActivatePlan activatePlan) {
        this.activatePlan = activatePlan;
    }

    @Override
    public void execute(DelegateExecution process) {
        activatePlan.activate(StepPlan.of(process), Submission.person());
        process.setVariable(JobPlanApprovalProcess.Variables.PLAN_AGREED, true);
    }
}
