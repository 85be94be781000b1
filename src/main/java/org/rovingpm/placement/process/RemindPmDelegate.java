package org.rovingpm.placement.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.engine.Submission;
import org.rovingpm.placement.RemindPm;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("remindPm")
class RemindPmDelegate implements JavaDelegate {

    private final RemindPm remindPm;
    private final ServiceLevels serviceLevels;
    private final Clock clock;

    RemindPmDelegate(RemindPm remindPm, ServiceLevels serviceLevels, Clock clock) {
        this.remindPm = remindPm;
        this.serviceLevels = serviceLevels;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution process) {
        remindPm.remind(SupportCaseProcess.caseOf(process), WeeklyCheckInProcess.weekOf(process), Submission.person());
        String rag = (String) process.getVariable(SupportCaseProcess.RAG);
        Instant chase = serviceLevels.due(rag, "chase", clock.instant());
        process.setVariable(WeeklyCheckInProcess.CHASE_AT, chase.toString());
        process.setVariable(WeeklyCheckInProcess.ESCALATE_AT, serviceLevels.due(rag, "escalation", chase).toString());
    }
}
