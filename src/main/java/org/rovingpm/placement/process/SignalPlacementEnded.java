package org.rovingpm.placement.process;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.placement.PlacementEnded;
import org.rovingpm.roster.RosterChangeProcess;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Restarts the searches that wait for a PM when a placement has ended. */
@Component
class SignalPlacementEnded {

    private final CaseProcesses processes;

    SignalPlacementEnded(CaseProcesses processes) {
        this.processes = processes;
    }

    @EventListener
    void on(PlacementEnded ended) {
        processes.signal(RosterChangeProcess.Signals.ROSTER_CHANGED);
    }
}
