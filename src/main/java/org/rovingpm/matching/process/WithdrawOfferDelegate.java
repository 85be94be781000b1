package org.rovingpm.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.Submission;
import org.rovingpm.matching.WithdrawOffer;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("withdrawOffer")
class WithdrawOfferDelegate implements JavaDelegate {

    private final WithdrawOffer withdrawOffer;

    WithdrawOfferDelegate(WithdrawOffer withdrawOffer) {
        this.withdrawOffer = withdrawOffer;
    }

    @Override
    public void execute(DelegateExecution process) {
        withdrawOffer.afterSilence(StepCase.of(process), Submission.person());
        process.setVariable(CaseVariables.ROVING_PM, null);
    }
}
