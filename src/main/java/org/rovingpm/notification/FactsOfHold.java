package org.rovingpm.notification;

import java.util.List;
import java.util.Map;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** What messages may say of a case that is on hold. */
@Component
class FactsOfHold implements MessageFacts {

    private final SupportCases cases;

    FactsOfHold(SupportCases cases) {
        this.cases = cases;
    }

    @Override
    public String about() {
        return "hold";
    }

    @Override
    public List<Fact> facts() {
        return List.of(Fact.text("heldUntil", "The day until which the case is on hold", "Monday 14 December 2026"));
    }

    /** Each prolongation is an occasion of its own, and told of anew. */
    @Override
    public FactsNow of(CaseReference reference) {
        SupportCase held = cases.get(reference);
        return FactsNow.on(
                "held " + held.heldAt() + " until " + held.heldUntil(),
                Map.of("heldUntil", MessageText.date(held.heldUntil())));
    }
}
