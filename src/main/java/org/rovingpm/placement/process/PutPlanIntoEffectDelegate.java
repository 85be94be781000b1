package org.rovingpm.placement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.engine.Submission;
import org.rovingpm.placement.PutPlanIntoEffect;
import org.springframework.stereotype.Component;

@Component("putPlanIntoEffect")
class PutPlanIntoEffectDelegate implements JavaDelegate {

    private final PutPlanIntoEffect putPlanIntoEffect;

    PutPlanIntoEffectDelegate(PutPlanIntoEffect putPlanIntoEffect) {
        this.putPlanIntoEffect = putPlanIntoEffect;
    }

    @Override
    public void execute(DelegateExecution process) {
        putPlanIntoEffect.put(JobPlanApprovalProcess.planOf(process), Submission.person());
        process.setVariable(JobPlanApprovalProcess.PLAN_AGREED, true);
    }
}
