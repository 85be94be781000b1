package org.rovingpm.practice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.practice.register.ApplyRegisterRefresh;
import org.springframework.stereotype.Component;

@Component("applyRegister")
class ApplyRegisterDelegate implements JavaDelegate {

    private final ApplyRegisterRefresh applyRegisterRefresh;

    ApplyRegisterDelegate(ApplyRegisterRefresh applyRegisterRefresh) {
        this.applyRegisterRefresh = applyRegisterRefresh;
    }

    @Override
    public void execute(DelegateExecution process) {
        applyRegisterRefresh.apply(RefreshVariables.refresh(process));
    }
}
