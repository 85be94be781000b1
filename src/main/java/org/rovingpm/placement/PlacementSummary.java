package org.rovingpm.placement;

import java.util.stream.Collectors;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.engine.FormText;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.stereotype.Component;

/** The PM at the practice, the need and the findings of the first visit, as forms show them: Markdown texts. */
@Component
public class PlacementSummary {

    private final Placements placements;
    private final Needs needs;
    private final FirstVisits visits;
    private final RovingPms roster;

    PlacementSummary(Placements placements, Needs needs, FirstVisits visits, RovingPms roster) {
        this.placements = placements;
        this.needs = needs;
        this.visits = visits;
        this.roster = roster;
    }

    /** @return who the PM is */
    public String pmOf(CaseReference reference) {
        Placement placement = placements.get(reference);
        RovingPm pm = roster.find(placement.pm()).orElseThrow();
        return new FormText()
                .line("PM", pm.name())
                .line("E-mail", pm.email())
                .line("At the practice from", placement.startedOn())
                .line("Until about", placement.expectedEndOn())
                .markdown();
    }

    /** @return what the practice needs, as assessed last */
    public String needOf(CaseReference reference) {
        Need need = needs.latest(reference);
        return new FormText()
                .line(
                        "Kinds of help",
                        need.kinds().stream().map(HelpKind::label).collect(Collectors.joining(", ")))
                .line("Help needed", need.helpNeeded())
                .line("Sessions a week", BritishFormat.number(need.sessionsAWeek()))
                .line("From", need.start())
                .line("For", BritishFormat.count(need.weeks(), "week"))
                .markdown();
    }

    /** @return when the first visit is and what the coordinator wrote for the PM; null if the latter is nothing */
    public String beforeVisitOf(CaseReference reference) {
        Placement placement = placements.get(reference);
        return visits.notesFor(placement)
                .map(notes -> new FormText()
                        .line("First visit", visits.plannedFor(placement).orElse(null))
                        .line("What you should know", notes)
                        .markdown())
                .orElse(null);
    }

    /** @return what the PM found at the first visit, or null */
    public String findingsOf(CaseReference reference) {
        FormText text = new FormText();
        visits.latest(reference).ifPresent(visit -> text.line("Visited", visit.visitedOn())
                .line("Found", visit.findings())
                .line("Needs", visit.needsConfirmed() ? "As assessed" : "Changed")
                .line("RAG rating the PM would give", visit.ragNow().label())
                .line("Why", visit.ragReason()));
        return text.markdown();
    }
}
