package org.rovingpm.checkin.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rovingpm.checkin.MissingCheckInDeadlines;
import org.rovingpm.checkin.PlanWeek;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("planWeek")
class PlanWeekListener implements ExecutionListener {

    private final PlanWeek planWeek;
    private final ServiceLevels serviceLevels;
    private final Clock clock;

    PlanWeekListener(PlanWeek planWeek, ServiceLevels serviceLevels, Clock clock) {
        this.planWeek = planWeek;
        this.serviceLevels = serviceLevels;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution process) {
        String rag = (String) process.getVariable(CaseVariables.RAG);
        Instant weekEnds = planWeek.next(StepCase.of(process));
        process.setVariable(WeeklyCheckInProcess.Variables.WEEK_ENDS_AT, weekEnds.toString());
        // A week that is over already, because the one before was late, gets the same time for its report as any other
        Instant expected = weekEnds.isBefore(clock.instant()) ? clock.instant() : weekEnds;
        process.setVariable(
                WeeklyCheckInProcess.Variables.REMINDER_AT,
                serviceLevels
                        .due(rag, MissingCheckInDeadlines.REMINDER, expected)
                        .toString());
        process.setVariable(
                WeeklyCheckInProcess.Variables.CHASE_AT,
                serviceLevels.due(rag, MissingCheckInDeadlines.CHASE, expected).toString());
        process.setVariable(
                WeeklyCheckInProcess.Variables.ESCALATE_AT,
                serviceLevels
                        .due(rag, MissingCheckInDeadlines.ESCALATION, expected)
                        .toString());
    }
}
