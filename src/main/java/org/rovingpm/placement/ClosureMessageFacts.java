package org.rovingpm.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.notification.Fact;
import org.rovingpm.notification.FactsNow;
import org.rovingpm.notification.MessageFacts;
import org.rovingpm.notification.MessageText;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What messages may say of the support as a whole when it ends. */
@Component
class ClosureMessageFacts implements MessageFacts {

    private final CheckIns checkIns;

    ClosureMessageFacts(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @Override
    public String about() {
        return "closure";
    }

    @Override
    public List<Fact> facts() {
        return List.of(Fact.optional("hoursOfSupport", "Hours of support in all, where there were any", "92"));
    }

    @Override
    public FactsNow of(CaseReference reference) {
        Map<String, Object> facts = new HashMap<>();
        List<CheckIn> weeks = checkIns.of(reference);
        if (!weeks.isEmpty()) {
            facts.put(
                    "hoursOfSupport",
                    MessageText.number(weeks.stream()
                            .map(CheckIn::hours)
                            .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)));
        }
        return FactsNow.of(facts);
    }
}
