package org.rovingpm.casechange;

import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the support of a practice that no longer wants it. The case goes on to its closure. */
@Component
class EndSupport {

    private final SupportCases cases;
    private final CaseProcesses processes;
    private final Timeline timeline;

    EndSupport(SupportCases cases, CaseProcesses processes, Timeline timeline) {
        this.cases = cases;
        this.processes = processes;
        this.timeline = timeline;
    }

    @Transactional
    void withdraw(CaseReference reference, String decidedBy, String reason, String who) {
        cases.get(reference).refuseUnlessRunning();
        timeline.add(reference, who, "Support withdrawn by the practice", null, decidedBy, reason);
        processes.tell(reference.value(), SupportCaseProcess.Messages.SUPPORT_WITHDRAWN);
    }
}
