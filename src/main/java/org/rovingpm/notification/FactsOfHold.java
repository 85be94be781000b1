package org.rovingpm.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Override
    public Map<String, Object> of(CaseReference reference) {
        return Map.of("heldUntil", MessageText.date(cases.get(reference).heldUntil()));
    }

    /** Each prolongation is told of anew. */
    @Override
    public Optional<String> occasion(CaseReference reference) {
        SupportCase held = cases.get(reference);
        return Optional.of("held " + held.heldAt() + " until " + held.heldUntil());
    }
}
