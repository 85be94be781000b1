package org.rovingpm.matching.process;

import org.rovingpm.assessment.RagAgreed;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.matching.MoveOfferDeadline;
import org.rovingpm.matching.WithdrawOffer;
import org.rovingpm.supportcase.CaseResumed;
import org.rovingpm.supportcase.closure.ClosureBegun;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps an open offer in step with its case: after a new rating, after a hold, and when the case ends. */
@Component
class OfferFollower {

    private final MoveOfferDeadline moveOfferDeadline;
    private final WithdrawOffer withdrawOffer;
    private final CaseProcesses processes;

    OfferFollower(MoveOfferDeadline moveOfferDeadline, WithdrawOffer withdrawOffer, CaseProcesses processes) {
        this.moveOfferDeadline = moveOfferDeadline;
        this.withdrawOffer = withdrawOffer;
        this.processes = processes;
    }

    @EventListener
    void on(RagAgreed agreed) {
        processes.moveTimer(
                agreed.reference().value(),
                ManagerMatchingProcess.Timers.OFFER_DEADLINE_PASSED,
                moveOfferDeadline.afterRating(agreed.reference(), agreed.oldRag(), agreed.newRag()));
    }

    @EventListener
    void on(CaseResumed resumed) {
        moveOfferDeadline.afterHold(resumed.reference(), resumed.heldAt());
    }

    @EventListener
    void on(ClosureBegun begun) {
        withdrawOffer.becauseCaseEnds(begun.reference(), begun.who());
    }
}
