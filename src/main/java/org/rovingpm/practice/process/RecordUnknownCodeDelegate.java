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
        long reading = PracticeRegisterRefreshProcess.reading(process);
        readRegister.takeNothing(reading, PracticeRegisterRefreshProcess.question(process));
        PracticeRegisterRefreshProcess.goOn(process, readRegister.next(reading));
    }
}
