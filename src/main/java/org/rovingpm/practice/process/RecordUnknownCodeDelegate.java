package org.rovingpm.practice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.practice.register.QueryRegister;
import org.springframework.stereotype.Component;

@Component("recordUnknownCode")
class RecordUnknownCodeDelegate implements JavaDelegate {

    private final QueryRegister queryRegister;

    RecordUnknownCodeDelegate(QueryRegister queryRegister) {
        this.queryRegister = queryRegister;
    }

    @Override
    public void execute(DelegateExecution process) {
        long refresh = RefreshVariables.refresh(process);
        queryRegister.recordNotFound(refresh, RefreshVariables.question(process));
        RefreshVariables.setNext(process, queryRegister.next(refresh));
    }
}
