package org.rovingpm.survey.process;

import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.springframework.stereotype.Component;

/** Sets when a practice that has given no feedback is reminded: five and ten working days after it was asked. */
@Component("planFeedbackReminders")
class PlanFeedbackReminders implements ExecutionListener {

    private static final Duration WORKING_DAY = Duration.ofHours(8);

    private final WorkingCalendar calendar;
    private final Clock clock;

    PlanFeedbackReminders(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution process) {
        process.setVariable(CaseClosureProcess.Variables.FIRST_FEEDBACK_REMINDER_AT, after(5));
        process.setVariable(CaseClosureProcess.Variables.SECOND_FEEDBACK_REMINDER_AT, after(10));
    }

    private String after(int workingDays) {
        return calendar.add(clock.instant(), WORKING_DAY.multipliedBy(workingDays))
                .toString();
    }
}
