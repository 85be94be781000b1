package org.rovingpm.matching.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.assessment.Needs;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.matching.Offers;
import org.rovingpm.matching.RespondToOffer;
import org.rovingpm.supportcase.CaseFacts;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.process.SupportCaseProcess;
import org.springframework.stereotype.Component;

@Component("respondToOfferListener")
class RespondToOfferListener extends FormListener<RespondToOffer.Form> {

    private final RespondToOffer respondToOffer;
    private final CaseFacts facts;
    private final Needs needs;
    private final Offers offers;

    RespondToOfferListener(RespondToOffer respondToOffer, CaseFacts facts, Needs needs, Offers offers) {
        super("respond-to-offer", RespondToOffer.Form.class);
        this.respondToOffer = respondToOffer;
        this.facts = facts;
        this.needs = needs;
        this.offers = offers;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseFacts", facts.of(reference));
        offers.open(reference)
                .ifPresent(offer -> shown.put(
                        "offerFacts",
                        MatchingForms.needFacts(needs.latest(reference))
                                .fact("Please answer by", offer.expiresAt())
                                .markdown()));
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, RespondToOffer.Form submitted, String who) {
        boolean accepted = respondToOffer.respond(SupportCaseProcess.caseOf(task), submitted, who);
        task.setVariable(ManagerMatchingProcess.OFFER_ACCEPTED, accepted);
        task.setVariable(ManagerMatchingProcess.PM_MATCHED, accepted);
        if (!accepted) {
            // Whoever is neither placed nor offered the case does not see it any longer
            task.setVariable(SupportCaseProcess.ROVING_PM, null);
        }
    }
}
