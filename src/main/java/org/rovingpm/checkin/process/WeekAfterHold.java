package org.rovingpm.checkin.process;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.rovingpm.checkin.MissingCheckInDeadlines;
import org.rovingpm.checkin.PlanWeek;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.supportcase.CaseResumed;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A week that is not over yet ends on a Friday also after a hold: on its own, or on the first one after a longer hold, of which it is
 * then the report. What follows from a missing check-in is counted from there.
 */
@Component
class WeekAfterHold {

    private final CaseProcesses processes;
    private final SupportCases cases;
    private final ServiceLevels serviceLevels;
    private final Clock clock;

    WeekAfterHold(CaseProcesses processes, SupportCases cases, ServiceLevels serviceLevels, Clock clock) {
        this.processes = processes;
        this.cases = cases;
        this.serviceLevels = serviceLevels;
        this.clock = clock;
    }

    @EventListener
    void on(CaseResumed resumed) {
        String reference = resumed.reference().value();
        AtomicReference<Instant> end = new AtomicReference<>();
        processes.moveTimer(reference, WeeklyCheckInProcess.Timers.WEEK_OVER, planned -> {
            end.set(PlanWeek.endAfterHold(planned, clock.instant()));
            return end.get();
        });
        // Without this timer the week is over already, and its deadlines have moved with all others
        if (end.get() != null) {
            processes.moveMoment(reference, WeeklyCheckInProcess.Variables.WEEK_ENDS_AT, planned -> end.get());
            String rag = cases.get(resumed.reference()).rag().name();
            count(
                    reference,
                    WeeklyCheckInProcess.Variables.REMINDER_AT,
                    rag,
                    MissingCheckInDeadlines.REMINDER,
                    end.get());
            count(reference, WeeklyCheckInProcess.Variables.CHASE_AT, rag, MissingCheckInDeadlines.CHASE, end.get());
            count(
                    reference,
                    WeeklyCheckInProcess.Variables.ESCALATE_AT,
                    rag,
                    MissingCheckInDeadlines.ESCALATION,
                    end.get());
        }
    }

    private void count(String reference, String variable, String rag, ServiceLevels.Deadline deadline, Instant from) {
        processes.moveMoment(reference, variable, planned -> serviceLevels.due(rag, deadline, from));
    }
}
