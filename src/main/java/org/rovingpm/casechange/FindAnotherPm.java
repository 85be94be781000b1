package org.rovingpm.casechange;

import java.util.Optional;
import org.rovingpm.engine.StartByForm;
import org.rovingpm.matching.EndOfferEarly;
import org.rovingpm.matching.Offers;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has another PM found for a case whose PM is absent. If they support it, the process of “Case change” runs as when a
 * PM withdraws. If they only have an offer, the offer ends. Nobody replaces them without matching: the next PM
 * accepts an offer and declares that there is no conflict of interest.
 */
@Component
public class FindAnotherPm {

    private final SupportCases cases;
    private final Placements placements;
    private final Offers offers;
    private final EndOfferEarly endOfferEarly;
    private final StartByForm startByForm;

    FindAnotherPm(
            SupportCases cases,
            Placements placements,
            Offers offers,
            EndOfferEarly endOfferEarly,
            StartByForm startByForm) {
        this.cases = cases;
        this.placements = placements;
        this.offers = offers;
        this.endOfferEarly = endOfferEarly;
        this.startByForm = startByForm;
    }

    /**
     * Refuses a case that is no longer theirs, or is at a stage where no PM can withdraw.
     *
     * @param absent user id of the PM
     * @return the result
     */
    @Transactional
    public String find(CaseReference reference, String absent, String reason, String who) {
        Optional<Placement> placement = placements.active(reference);
        if (placement.isPresent() && placement.get().pm().equals(absent)) {
            startByForm.start(
                    CaseChangeProcess.KEY, ChangeCase.Form.of(reference, ChangeCase.Change.PM_WITHDRAWS, reason), who);
            return "Their support has ended; the search for another PM %s"
                    .formatted(cases.get(reference).onHold() ? "begins when the case is resumed" : "has started");
        }
        if (offers.open(reference).filter(offer -> offer.pm().equals(absent)).isPresent()) {
            endOfferEarly.end(reference, reason, who);
            return "Their offer has ended; the search for another PM has started";
        }
        throw new Refusal("The case is no longer theirs.");
    }
}
