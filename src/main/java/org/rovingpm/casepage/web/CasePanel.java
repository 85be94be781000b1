package org.rovingpm.casepage.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.assessment.RagRating;
import org.rovingpm.assessment.RagRatings;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.checkin.CheckIns;
import org.rovingpm.document.Document;
import org.rovingpm.document.Documents;
import org.rovingpm.hiddencase.ConfidentialCases;
import org.rovingpm.jobplan.JobPlan;
import org.rovingpm.jobplan.JobPlans;
import org.rovingpm.note.TeamNote;
import org.rovingpm.note.TeamNotes;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** The case panel: what somebody who fills in a form of the case needs to know. It takes about fifteen quick queries. */
@Component
class CasePanel {

    private static final int RATINGS = 3;
    private static final int ENTRIES = 5;
    private static final int DOCUMENTS = 10;
    private static final int NOTES = 5;

    private final SupportCases cases;
    private final PracticePart practices;
    private final RagRatings ratings;
    private final Placements placements;
    private final JobPlans plans;
    private final CheckIns checkIns;
    private final Timeline timeline;
    private final Documents documents;
    private final TeamNotes notes;
    private final CaseNames names;
    private final ConfidentialCases confidential;

    CasePanel(
            SupportCases cases,
            PracticePart practices,
            RagRatings ratings,
            Placements placements,
            JobPlans plans,
            CheckIns checkIns,
            Timeline timeline,
            Documents documents,
            TeamNotes notes,
            CaseNames names,
            ConfidentialCases confidential) {
        this.cases = cases;
        this.practices = practices;
        this.ratings = ratings;
        this.placements = placements;
        this.plans = plans;
        this.checkIns = checkIns;
        this.timeline = timeline;
        this.documents = documents;
        this.notes = notes;
        this.names = names;
        this.confidential = confidential;
    }

    /** The part for people who do a task of the case and may not see the rest, such as a PM with an offer or a budget holder. */
    Map<String, Object> outlineOf(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        Map<String, Object> model = new HashMap<>();
        model.put("supportCase", supportCase);
        model.put("practices", practices.of(reference));
        model.put("confidential", confidential.find(reference).isPresent());
        model.put("whole", false);
        return model;
    }

    Map<String, Object> of(Admitted reader) {
        CaseReference reference = reader.reference();
        Map<String, Object> model = outlineOf(reference);
        List<RagRating> rated = ratings.of(reference);
        Placement placement = placements.active(reference).orElse(null);
        List<Timeline.Entry> entries = timeline.latest(reference, ENTRIES);
        List<Document> attached = documents.there(reference, DOCUMENTS);
        List<TeamNote> written = notes.of(reference, reader.reader(), NOTES);
        model.put("whole", true);
        model.put("office", reader.office());
        model.put("ratings", rated.subList(Math.max(0, rated.size() - RATINGS), rated.size()));
        model.put("placement", placement);
        JobPlan plan =
                plans.inEffect(reference).or(() -> plans.submitted(reference)).orElse(null);
        model.put("plan", plan);
        model.put(
                "planStatus",
                plan == null ? null : PlanWords.status(plan, cases.get(reference), placements.of(reference)));
        model.put("week", checkIns.latest(reference).orElse(null));
        model.put("entries", entries);
        model.put("documents", attached);
        model.put("notes", written);
        model.put(
                "names",
                names.of(
                        entries.stream().flatMap(Timeline.Entry::people),
                        written.stream().map(TeamNote::who),
                        rated.stream().map(RagRating::who),
                        Stream.ofNullable(placement).map(Placement::pm)));
        return model;
    }
}
