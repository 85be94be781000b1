package org.rovingpm.practice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.practice.TakeOverReading;
import org.springframework.stereotype.Component;

@Component("takeOverRegister")
class TakeOverRegisterDelegate implements JavaDelegate {

    private final TakeOverReading takeOverReading;

    TakeOverRegisterDelegate(TakeOverReading takeOverReading) {
        this.takeOverReading = takeOverReading;
    }

    @Override
    public void execute(DelegateExecution process) {
        takeOverReading.takeOver(PracticeRegisterRefreshProcess.reading(process));
    }
}
