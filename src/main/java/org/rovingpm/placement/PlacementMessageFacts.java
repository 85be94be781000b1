package org.rovingpm.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.notification.Fact;
import org.rovingpm.notification.FactsNow;
import org.rovingpm.notification.MessageFacts;
import org.rovingpm.notification.MessageText;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What messages may say of the PM at the practice. */
@Component
class PlacementMessageFacts implements MessageFacts {

    private final Placements placements;
    private final FirstVisits visits;
    private final RovingPms roster;

    PlacementMessageFacts(Placements placements, FirstVisits visits, RovingPms roster) {
        this.placements = placements;
        this.visits = visits;
        this.roster = roster;
    }

    @Override
    public String about() {
        return "placement";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Fact.text("pmName", "The PM at the practice", "Rowan Rivers"),
                Fact.text("pmEmail", "The PM's e-mail address", "rowan.rivers@example.org"),
                Fact.optional(
                        "firstVisitOn", "The day of the first visit, once it is agreed", "Thursday 26 November 2026"));
    }

    @Override
    public FactsNow of(CaseReference reference) {
        Placement placement = placements.get(reference);
        RovingPm pm = roster.find(placement.pm()).orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put("pmName", pm.name());
        facts.put("pmEmail", pm.email());
        visits.agreed(placement).ifPresent(day -> facts.put("firstVisitOn", MessageText.date(day)));
        return FactsNow.on("placement " + placement.id(), facts);
    }
}
