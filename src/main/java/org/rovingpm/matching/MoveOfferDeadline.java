package org.rovingpm.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the deadline of an open offer follow the case: its rating, and the time it was on hold. */
@Component
public class MoveOfferDeadline {

    private final Offers offers;
    private final ServiceLevels serviceLevels;
    private final WorkingCalendar calendar;
    private final Clock clock;

    MoveOfferDeadline(Offers offers, ServiceLevels serviceLevels, WorkingCalendar calendar, Clock clock) {
        this.offers = offers;
        this.serviceLevels = serviceLevels;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A new rating counts from when the offer was made, and time on hold is still added.
     *
     * @return how to move the deadline wherever else it is stored; does nothing if no offer is open
     */
    @Transactional
    public UnaryOperator<Instant> afterRating(CaseReference reference, Rag oldRag, Rag newRag) {
        return offers.openForAnswer(reference)
                .map(offer -> {
                    UnaryOperator<Instant> moved = due -> {
                        Duration held =
                                calendar.between(serviceLevels.due(oldRag.name(), Offer.DEADLINE, offer.madeAt()), due);
                        // Negative if the service levels have been lengthened since
                        return calendar.add(
                                serviceLevels.due(newRag.name(), Offer.DEADLINE, offer.madeAt()),
                                held.isNegative() ? Duration.ZERO : held);
                    };
                    offers.moveDeadline(offer, moved.apply(offer.expiresAt()));
                    return moved;
                })
                .orElse(UnaryOperator.identity());
    }

    /** Moves the deadline by the working time since the case was put on hold. */
    @Transactional
    public void afterHold(CaseReference reference, Instant heldAt) {
        offers.openForAnswer(reference)
                .filter(offer -> offer.expiresAt().isAfter(heldAt))
                .ifPresent(offer -> offers.moveDeadline(
                        offer, calendar.add(clock.instant(), calendar.between(heldAt, offer.expiresAt()))));
    }
}
