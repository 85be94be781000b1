package org.rovingpm.casepage.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.assessment.RagRating;
import org.rovingpm.assessment.RagRatings;
import org.rovingpm.casepage.FormAnswers;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.document.Document;
import org.rovingpm.document.Documents;
import org.rovingpm.note.TeamNote;
import org.rovingpm.note.TeamNotes;
import org.rovingpm.placement.Placement;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The history on the page of a case: its timeline, notes and documents, and the names of everybody in them. */
@Component
class HistoryPart {

    private static final int ENTRIES_A_PAGE = 50;
    private static final int MOST_NOTES = 100;

    private final RagRatings ratings;
    private final Timeline timeline;
    private final Documents documents;
    private final TeamNotes notes;
    private final CaseNames names;

    HistoryPart(RagRatings ratings, Timeline timeline, Documents documents, TeamNotes notes, CaseNames names) {
        this.ratings = ratings;
        this.timeline = timeline;
        this.documents = documents;
        this.notes = notes;
        this.names = names;
    }

    /**
     * @param alsoNamed the people whom other parts name
     * @param joined    the duplicates of the case, whose documents are part of it
     * @param page      page of the timeline, from 1; the nearest one if there is no such page
     */
    void addTo(
            Model model,
            Admitted reader,
            List<Placement> placed,
            List<FormAnswers.Step> answered,
            Stream<String> alsoNamed,
            List<CaseReference> joined,
            int page) {
        CaseReference reference = reader.reference();
        int pages = (int) Math.max(1, (timeline.count(reference) + ENTRIES_A_PAGE - 1) / ENTRIES_A_PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        List<Timeline.Entry> entries = timeline.latestFirst(reference, shown - 1, ENTRIES_A_PAGE);
        List<RagRating> rated = new ArrayList<>(ratings.of(reference));
        Collections.reverse(rated);
        List<Document> attached = Stream.concat(
                        documents.of(reference).stream(),
                        joined.stream().flatMap(duplicate -> documents.of(duplicate).stream()))
                .toList();
        List<TeamNote> written = notes.of(reference, reader.reader(), MOST_NOTES);
        model.addAttribute("suggestion", ratings.findSuggestion(reference).orElse(null));
        model.addAllAttributes(Map.of(
                "ratings",
                rated,
                "entries",
                entries,
                "page",
                shown,
                "pages",
                pages,
                "documents",
                attached,
                "notes",
                written,
                "names",
                names.of(
                        alsoNamed,
                        rated.stream().map(RagRating::who),
                        placed.stream().map(Placement::pm),
                        answered.stream().map(FormAnswers.Step::who),
                        entries.stream().flatMap(Timeline.Entry::people),
                        attached.stream().flatMap(HistoryPart::peopleOf),
                        written.stream().map(TeamNote::who))));
    }

    private static Stream<String> peopleOf(Document document) {
        return Stream.of(
                document.who(),
                document.removal() == null ? document.who() : document.removal().who());
    }
}
