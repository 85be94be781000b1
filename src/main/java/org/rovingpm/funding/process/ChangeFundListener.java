package org.rovingpm.funding.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.funding.ChangeFund;
import org.springframework.stereotype.Component;

@Component("changeFundListener")
class ChangeFundListener extends StartFormListener<ChangeFund.Form> {

    private final ChangeFund changeFund;

    ChangeFundListener(ChangeFund changeFund) {
        super("change-fund", ChangeFund.Form.class);
        this.changeFund = changeFund;
    }

    @Override
    protected void started(DelegateExecution process, ChangeFund.Form submitted, String who) {
        changeFund.change(submitted, who);
    }
}
