package org.rovingpm.matching.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.matching.ChoosePm;
import org.rovingpm.matching.ManagerMatchingProcess.Variables;

/** What the process knows of an offer. */
final class OfferVariables {

    private OfferVariables() {}

    /** @param offered null if nobody was chosen */
    static void set(VariableScope process, ChoosePm.Offered offered) {
        process.setVariable(Variables.PM_CHOSEN, offered != null);
        process.setVariable(CaseVariables.ROVING_PM, offered == null ? null : offered.pm());
        process.setVariable(
                Variables.OFFER_EXPIRES_AT,
                offered == null ? null : offered.expiresAt().toString());
    }
}
