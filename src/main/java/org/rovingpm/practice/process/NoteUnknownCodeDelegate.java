package org.rovingpm.practice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.practice.ReadRegister;
import org.springframework.stereotype.Component;

@Component("noteUnknownCode")
class NoteUnknownCodeDelegate implements JavaDelegate {

    private final ReadRegister readRegister;

    NoteUnknownCodeDelegate(ReadRegister readRegister) {
        this.readRegister = readRegister;
    }

    @Override
    public void execute(DelegateExecution process) {
        long reading = PracticeRegisterRefreshProcess.reading(process);
        readRegister.takeNothing(reading, PracticeRegisterRefreshProcess.question(process));
        PracticeRegisterRefreshProcess.goOn(process, readRegister.next(reading));
    }
}
