package org.rovingpm.checkin.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.checkin.RemindPm;
import org.rovingpm.engine.Submission;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("remindPm")
class RemindPmDelegate implements JavaDelegate {

    private final RemindPm remindPm;

    RemindPmDelegate(RemindPm remindPm) {
        this.remindPm = remindPm;
    }

    @Override
    public void execute(DelegateExecution process) {
        remindPm.remind(StepCase.of(process), StepWeek.of(process), Submission.person());
    }
}
