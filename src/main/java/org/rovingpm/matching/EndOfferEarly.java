package org.rovingpm.matching;

import java.time.Clock;
import java.time.Instant;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the time that a PM has to answer an offer, because no answer is expected. The offer is withdrawn as if its
 * deadline had passed: the PM is told, and the search starts again.
 */
@Component
public class EndOfferEarly {

    private final SupportCases cases;
    private final Offers offers;
    private final CaseProcesses processes;
    private final Timeline timeline;
    private final Clock clock;

    EndOfferEarly(SupportCases cases, Offers offers, CaseProcesses processes, Timeline timeline, Clock clock) {
        this.cases = cases;
        this.offers = offers;
        this.processes = processes;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Refuses if the offer has ended, or the case is on hold. */
    @Transactional
    public void end(CaseReference reference, String reason, String who) {
        cases.get(reference).refuseUnlessRunning();
        Offer offer = offers.openForAnswer(reference)
                .orElseThrow(() -> new Refusal("The offer in case %s has already ended.".formatted(reference)));
        Instant now = clock.instant();
        if (offer.expiresAt().isAfter(now)) {
            offers.moveDeadline(offer, now);
        }
        processes.moveTimer(
                reference.value(),
                ManagerMatchingProcess.Timers.OFFER_DEADLINE_PASSED,
                due -> due.isAfter(now) ? now : due);
        timeline.add(reference, who, "Time to answer the offer ended early", offer.pmName(), null, reason);
    }
}
