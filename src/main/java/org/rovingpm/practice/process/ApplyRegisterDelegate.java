package org.rovingpm.practice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.database.LongWork;
import org.rovingpm.practice.register.ApplyRegisterRefresh;
import org.springframework.stereotype.Component;

@Component("applyRegister")
class ApplyRegisterDelegate implements JavaDelegate {

    private final ApplyRegisterRefresh applyRegisterRefresh;
    private final LongWork longWork;

    ApplyRegisterDelegate(ApplyRegisterRefresh applyRegisterRefresh, LongWork longWork) {
        this.applyRegisterRefresh = applyRegisterRefresh;
        this.longWork = longWork;
    }

    @Override
    public void execute(DelegateExecution process) {
        longWork.allow();
        applyRegisterRefresh.apply(RefreshVariables.refresh(process));
    }
}
