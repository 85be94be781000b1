package org.rovingpm.matching.process;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.supportcase.CaseResumed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No signal reaches a case on hold: when it is resumed, a search that waits for a PM is repeated for all that it has missed. */
@Component
class SearchAfterHold {

    private final CaseProcesses processes;

    SearchAfterHold(CaseProcesses processes) {
        this.processes = processes;
    }

    @EventListener
    void on(CaseResumed resumed) {
        processes.signal(resumed.reference().value(), RosterChangeProcess.Signals.ROSTER_CHANGED);
    }
}
