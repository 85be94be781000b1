package org.rovingpm.matching.process;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.matching.OfferEnded;
import org.rovingpm.placement.PlacementEnded;
import org.rovingpm.roster.process.RosterChangeProcess;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the searches that wait for a PM begin again when one has more time. */
@Component
class SignalFreeSessions {

    private final CaseProcesses processes;

    SignalFreeSessions(CaseProcesses processes) {
        this.processes = processes;
    }

    @EventListener
    void on(PlacementEnded ended) {
        processes.announce(RosterChangeProcess.SIGNAL);
    }

    @EventListener
    void on(OfferEnded ended) {
        processes.announce(RosterChangeProcess.SIGNAL);
    }
}
