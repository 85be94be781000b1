package org.rovingpm.checkin.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.rovingpm.assessment.RagAgreed;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.checkin.MissingCheckInDeadlines;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.engine.ServiceLevels;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the reminder, the chase and the escalation of a week when a new rating is agreed. */
@Component
class TimersFollowRag {

    private final CaseProcesses processes;
    private final ServiceLevels serviceLevels;
    private final WorkingCalendar calendar;
    private final Clock clock;

    TimersFollowRag(CaseProcesses processes, ServiceLevels serviceLevels, WorkingCalendar calendar, Clock clock) {
        this.processes = processes;
        this.serviceLevels = serviceLevels;
        this.calendar = calendar;
        this.clock = clock;
    }

    @EventListener
    void follow(RagAgreed agreed) {
        move(
                agreed,
                MissingCheckInDeadlines.REMINDER,
                WeeklyCheckInProcess.Variables.REMINDER_AT,
                WeeklyCheckInProcess.Timers.REMINDER_DUE);
        move(
                agreed,
                MissingCheckInDeadlines.CHASE,
                WeeklyCheckInProcess.Variables.CHASE_AT,
                WeeklyCheckInProcess.Timers.CHASE_DUE);
        move(
                agreed,
                MissingCheckInDeadlines.ESCALATION,
                WeeklyCheckInProcess.Variables.ESCALATE_AT,
                WeeklyCheckInProcess.Timers.ESCALATION_DUE);
    }

    private void move(RagAgreed agreed, ServiceLevels.Deadline deadline, String variable, String event) {
        UnaryOperator<Instant> moved = moved(level(agreed.newRag().name(), deadline)
                .minus(level(agreed.oldRag().name(), deadline)));
        processes.moveMoment(agreed.reference().value(), variable, moved);
        processes.moveTimer(agreed.reference().value(), event, moved);
    }

    /** @return a function that moves a time ahead by this much working time, at the earliest to now */
    private UnaryOperator<Instant> moved(Duration difference) {
        Instant now = clock.instant();
        return due -> {
            if (!due.isAfter(now)) {
                return due;
            }
            Duration left = calendar.between(now, due).plus(difference);
            return left.isNegative() ? now : calendar.add(now, left);
        };
    }

    private Duration level(String rag, ServiceLevels.Deadline deadline) {
        Instant now = clock.instant();
        return calendar.between(now, serviceLevels.due(rag, deadline, now));
    }
}
