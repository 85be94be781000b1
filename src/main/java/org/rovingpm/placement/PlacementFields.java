package org.rovingpm.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.roster.RovingPm;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What messages may say of the PM at the practice. */
@Component
class PlacementFields implements SubjectFields {

    private final Placements placements;
    private final FirstVisits visits;
    private final RovingPms roster;

    PlacementFields(Placements placements, FirstVisits visits, RovingPms roster) {
        this.placements = placements;
        this.visits = visits;
        this.roster = roster;
    }

    @Override
    public String about() {
        return "placement";
    }

    @Override
    public List<TemplateField> fields() {
        return List.of(
                TemplateField.text("pmName", "The PM at the practice", "Rowan Rivers"),
                TemplateField.text("pmEmail", "The PM's e-mail address", "rowan.rivers@example.org"),
                TemplateField.optional(
                        "firstVisitOn", "The day of the first visit, once it is agreed", "Thursday 26 November 2026"),
                TemplateField.optional(
                        "visitNotes",
                        "What the PM should know before the first visit, as the coordinator wrote it for the PM",
                        "Ask for Ann at reception."));
    }

    @Override
    public FieldValues of(CaseReference reference) {
        Placement placement = placements.get(reference);
        RovingPm pm = roster.find(placement.pm()).orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("pmName", pm.name());
        values.put("pmEmail", pm.email());
        visits.plannedFor(placement).ifPresent(day -> values.put("firstVisitOn", BritishFormat.weekdayAndDate(day)));
        visits.notesFor(placement).ifPresent(notes -> values.put("visitNotes", notes));
        return FieldValues.on("placement " + placement.id(), values);
    }
}
