package org.rovingpm.placement;

import org.rovingpm.hiddencase.CaseMadeConfidential;
import org.rovingpm.hiddencase.MakeConfidential;
import org.rovingpm.matching.OfferEnded;
import org.rovingpm.matching.OfferMade;
import org.rovingpm.matching.Offers;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a confidential case the PM is named by the offer, and removed when offer or placement is over. */
@Component
class NamePm {

    private static final String OFFERED = "They have been offered the placement";
    static final String PLACED = "They support the practice";

    private final MakeConfidential makeConfidential;
    private final Offers offers;
    private final Placements placements;

    NamePm(MakeConfidential makeConfidential, Offers offers, Placements placements) {
        this.makeConfidential = makeConfidential;
        this.offers = offers;
        this.placements = placements;
    }

    @EventListener
    void on(OfferMade made) {
        makeConfidential.admit(made.reference(), made.pm(), OFFERED, made.who());
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(CaseMadeConfidential made) {
        offers.open(made.reference())
                .ifPresent(offer -> makeConfidential.admit(made.reference(), offer.pm(), OFFERED, made.who()));
        placements
                .active(made.reference())
                .ifPresent(placement -> makeConfidential.admit(made.reference(), placement.pm(), PLACED, made.who()));
    }

    @EventListener
    void on(OfferEnded ended) {
        makeConfidential.release(ended.reference(), ended.pm(), "system");
    }

    @EventListener
    void on(PlacementEnded ended) {
        makeConfidential.release(ended.reference(), ended.pm(), ended.who());
    }
}
