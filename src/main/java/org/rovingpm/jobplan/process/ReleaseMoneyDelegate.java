package org.rovingpm.jobplan.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.engine.Submission;
import org.rovingpm.jobplan.ReleaseMoney;
import org.springframework.stereotype.Component;

@Component("releaseMoney")
class ReleaseMoneyDelegate implements JavaDelegate {

    private final ReleaseMoney releaseMoney;

    ReleaseMoneyDelegate(ReleaseMoney releaseMoney) {
        this.releaseMoney = releaseMoney;
    }

    @Override
    public void execute(DelegateExecution process) {
        releaseMoney.release(StepPlan.of(process), Submission.person());
    }
}
