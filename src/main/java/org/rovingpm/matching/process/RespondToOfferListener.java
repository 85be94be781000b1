package org.rovingpm.matching.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.rovingpm.assessment.Needs;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.matching.Offers;
import org.rovingpm.matching.RespondToOffer;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseSummary;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("respondToOfferListener")
class RespondToOfferListener extends FormListener<RespondToOffer.Form> {

    private final RespondToOffer respondToOffer;
    private final CaseSummary caseSummary;
    private final Needs needs;
    private final Offers offers;

    RespondToOfferListener(RespondToOffer respondToOffer, CaseSummary caseSummary, Needs needs, Offers offers) {
        super("respond-to-offer", RespondToOffer.Form.class);
        this.respondToOffer = respondToOffer;
        this.caseSummary = caseSummary;
        this.needs = needs;
        this.offers = offers;
    }

    @Override
    public Map<String, Object> shown(FormTask task) {
        CaseReference reference = new CaseReference(task.reference());
        Map<String, Object> shown = new HashMap<>();
        shown.put("caseSummary", caseSummary.of(reference));
        offers.open(reference)
                .ifPresent(offer -> shown.put(
                        "offerSummary",
                        MatchingForms.needSummary(needs.latest(reference))
                                .line("Please answer by", offer.expiresAt())
                                .markdown()));
        return shown;
    }

    @Override
    protected void completed(DelegateTask task, RespondToOffer.Form submitted, String who) {
        boolean accepted = respondToOffer.respond(StepCase.of(task), submitted, who);
        task.setVariable(ManagerMatchingProcess.Variables.OFFER_ACCEPTED, accepted);
        task.setVariable(ManagerMatchingProcess.Variables.PM_MATCHED, accepted);
        if (!accepted) {
            // A PM who is neither placed in the case nor has an offer no longer sees it
            task.setVariable(CaseVariables.ROVING_PM, null);
        }
    }
}
