package org.rovingpm.casechange;

import java.util.Optional;
import org.rovingpm.engine.StartByForm;
import org.rovingpm.matching.EndOfferEarly;
import org.rovingpm.matching.Offers;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has another PM found for a case whose PM is absent. Where they support it, the case is changed as by “Case change” when a PM
 * withdraws, by the same process; where it has only been offered to them, the offer ends. Nobody is put in their place unmatched:
 * whoever takes over accepts an offer and declares that there is no conflict of interest.
 */
@Component
public class FindAnotherPm {

    private final Placements placements;
    private final Offers offers;
    private final EndOfferEarly endOfferEarly;
    private final StartByForm startByForm;

    FindAnotherPm(Placements placements, Offers offers, EndOfferEarly endOfferEarly, StartByForm startByForm) {
        this.placements = placements;
        this.offers = offers;
        this.endOfferEarly = endOfferEarly;
        this.startByForm = startByForm;
    }

    /**
     * Refuses a case that is not theirs any more, is on hold, or stands at a stage where no PM can withdraw.
     *
     * @param absent user id of the PM
     * @return what became of it
     */
    @Transactional
    public String find(CaseReference reference, String absent, String reason, String who) {
        Optional<Placement> placement = placements.active(reference);
        if (placement.isPresent() && placement.get().pm().equals(absent)) {
            startByForm.start(
                    CaseChangeProcess.KEY,
                    new ChangeCase.Form(reference.value(), ChangeCase.Change.PM_WITHDRAWS, null, null, null, reason),
                    who);
            return "Their support has ended, and another PM is looked for";
        }
        if (offers.open(reference).filter(offer -> offer.pm().equals(absent)).isPresent()) {
            endOfferEarly.end(reference, reason, who);
            return "The offer to them ends, and another PM is looked for";
        }
        throw new Refusal("The case is not theirs any more.");
    }
}
