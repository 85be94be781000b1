package org.rovingpm.practice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.practice.register.QueryRegister;
import org.springframework.stereotype.Component;

@Component("recordUnknownCode")
class RecordUnknownCodeDelegate implements JavaDelegate {

    private final QueryRegister readRegister;

    RecordUnknownCodeDelegate(QueryRegister readRegister) {
        this.readRegister = readRegister;
    }

    @Override
    public void execute(DelegateExecution process) {
        long refresh = RefreshVariables.refresh(process);
        readRegister.takeNothing(refresh, RefreshVariables.question(process));
        RefreshVariables.setNext(process, readRegister.next(refresh));
    }
}
