package org.rovingpm.roster.process;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.roster.RosterChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the searches that wait for a PM begin again when the roster has changed. */
@Component
class SignalRosterChange {

    private final CaseProcesses processes;

    SignalRosterChange(CaseProcesses processes) {
        this.processes = processes;
    }

    @EventListener
    void on(RosterChanged changed) {
        processes.announce(RosterChangeProcess.Signals.ROSTER_CHANGED);
    }
}
