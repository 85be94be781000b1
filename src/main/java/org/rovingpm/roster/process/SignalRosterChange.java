package org.rovingpm.roster.process;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.roster.RosterChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Restarts the searches that wait for a PM when the roster has changed. */
@Component
class SignalRosterChange {

    private final CaseProcesses processes;

    SignalRosterChange(CaseProcesses processes) {
        this.processes = processes;
    }

    @EventListener
    void on(RosterChanged changed) {
        processes.signal(RosterChangeProcess.Signals.ROSTER_CHANGED);
    }
}
