package org.rovingpm.assessment.process;

import org.rovingpm.assessment.RagAgreed;
import org.rovingpm.engine.CaseProcesses;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the deadlines of the case's processes after a new rating. */
@Component
class RagFollower {

    private final CaseProcesses processes;

    RagFollower(CaseProcesses processes) {
        this.processes = processes;
    }

    @EventListener
    void follow(RagAgreed agreed) {
        processes.rate(
                agreed.reference().value(),
                agreed.oldRag().name(),
                agreed.newRag().name());
    }
}
