package org.rovingpm.matching;

import org.rovingpm.matching.shortlist.OfferStatus;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws the open offer. If an answer came first, nothing happens. */
@Component
public class WithdrawOffer {

    private final Offers offers;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    WithdrawOffer(Offers offers, Timeline timeline, ApplicationEventPublisher events) {
        this.offers = offers;
        this.timeline = timeline;
        this.events = events;
    }

    /** Because the PM did not answer by the deadline. */
    @Transactional
    public void afterSilence(CaseReference reference, String who) {
        end(reference, OfferStatus.EXPIRED, "Offer withdrawn: no answer in time", who);
    }

    /** Because the case ends. */
    @Transactional
    public void becauseCaseEnds(CaseReference reference, String who) {
        end(reference, OfferStatus.WITHDRAWN, "Offer withdrawn: the case ends", who);
    }

    private void end(CaseReference reference, OfferStatus answer, String what, String who) {
        offers.openForAnswer(reference).ifPresent(offer -> {
            offers.answer(offer, answer, null);
            timeline.add(reference, who, what, offer.pmName(), null, null);
            events.publishEvent(new OfferEnded(reference, offer.pm()));
        });
    }
}
