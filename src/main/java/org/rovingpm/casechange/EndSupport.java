package org.rovingpm.casechange;

import java.util.Map;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.linkedcase.CaseJoined;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.HoldCase;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the support of a practice that no longer wants it, or whose case is a duplicate, also while the case is on hold. The case goes
 * on to its closure.
 */
@Component
class EndSupport {

    private final SupportCases cases;
    private final HoldCase holdCase;
    private final CaseProcesses processes;
    private final Timeline timeline;

    EndSupport(SupportCases cases, HoldCase holdCase, CaseProcesses processes, Timeline timeline) {
        this.cases = cases;
        this.holdCase = holdCase;
        this.processes = processes;
        this.timeline = timeline;
    }

    @Transactional
    void withdraw(CaseReference reference, String decidedBy, String reason, String who) {
        end(reference, "Support withdrawn by the practice", decidedBy, reason, who);
    }

    /** The case ends because another one of the same practice goes on in its place. */
    @EventListener
    @Transactional
    void join(CaseJoined joined) {
        end(joined.duplicate(), "Case found to be a duplicate", null, null, joined.who());
    }

    private void end(CaseReference reference, String what, String decidedBy, String reason, String who) {
        cases.get(reference).refuseUnlessOpen();
        boolean holdOver = holdCase.endInSpiteOfHold(reference, () -> {
            timeline.add(reference, who, what, null, decidedBy, reason);
            processes.tell(reference.value(), SupportCaseProcess.Messages.SUPPORT_WITHDRAWN);
        });
        if (holdOver && processes.waitsFor(reference.value(), CaseChangeProcess.Messages.CASE_RESUMED)) {
            processes.tell(
                    reference.value(),
                    CaseChangeProcess.Messages.CASE_RESUMED,
                    Map.of(CaseChangeProcess.Variables.SUPPORT_ENDED, true));
        }
    }
}
