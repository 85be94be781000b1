package org.rovingpm.placement.process;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.placement.PlanWeek;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("planWeek")
class PlanWeekListener implements ExecutionListener {

    private final PlanWeek planWeek;
    private final ServiceLevels serviceLevels;

    PlanWeekListener(PlanWeek planWeek, ServiceLevels serviceLevels) {
        this.planWeek = planWeek;
        this.serviceLevels = serviceLevels;
    }

    @Override
    public void notify(DelegateExecution process) {
        String rag = (String) process.getVariable(SupportCaseProcess.RAG);
        Instant weekEnds = planWeek.next(SupportCaseProcess.caseOf(process));
        process.setVariable(WeeklyCheckInProcess.WEEK_ENDS_AT, weekEnds.toString());
        process.setVariable(WeeklyCheckInProcess.REMINDER_AT, serviceLevels.due(rag, "reminder", weekEnds).toString());
        process.setVariable(WeeklyCheckInProcess.REVIEW_NEEDED, false);
        process.setVariable(WeeklyCheckInProcess.SUPPORT_COMPLETE, false);
    }
}
