package org.rovingpm.matching.process;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.matching.OfferEnded;
import org.rovingpm.roster.RosterChangeProcess;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Restarts the searches that wait for a PM when an offer has ended. */
@Component
class SignalFreeSessions {

    private final CaseProcesses processes;

    SignalFreeSessions(CaseProcesses processes) {
        this.processes = processes;
    }

    @EventListener
    void on(OfferEnded ended) {
        processes.signal(RosterChangeProcess.Signals.ROSTER_CHANGED);
    }
}
