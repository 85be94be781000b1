package org.rovingpm.casefile.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.assessment.Needs;
import org.rovingpm.assessment.RagRating;
import org.rovingpm.assessment.RagRatings;
import org.rovingpm.casefile.FormAnswers;
import org.rovingpm.casefile.web.Admission.Admitted;
import org.rovingpm.document.Document;
import org.rovingpm.document.Documents;
import org.rovingpm.funding.Ledger;
import org.rovingpm.note.TeamNote;
import org.rovingpm.note.TeamNotes;
import org.rovingpm.placement.CheckIns;
import org.rovingpm.placement.JobPlans;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.ConfirmRequest;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The case on one page: what was asked for, where it stands, its ratings, its PM, plan, weeks and money, what managers' own
 * forms have asked, its notes and documents, its messages, its timeline. */
@Controller
class CasePage {

    private static final int ENTRIES_A_PAGE = 50;
    private static final int MOST_ADDED = 20;
    private static final int MOST_NOTES = 100;

    private final Admission admission;
    private final SupportCases cases;
    private final Practices practices;
    private final Needs needs;
    private final RagRatings ratings;
    private final JobPlans plans;
    private final CheckIns checkIns;
    private final Placements placements;
    private final Ledger ledger;
    private final FormAnswers answers;
    private final CaseMessages messages;
    private final Timeline timeline;
    private final Documents documents;
    private final TeamNotes notes;
    private final NamesInCase names;

    CasePage(Admission admission, SupportCases cases, Practices practices, Needs needs, RagRatings ratings, JobPlans plans,
             CheckIns checkIns, Placements placements, Ledger ledger, FormAnswers answers, CaseMessages messages,
             Timeline timeline, Documents documents, TeamNotes notes, NamesInCase names) {
        this.admission = admission;
        this.cases = cases;
        this.practices = practices;
        this.needs = needs;
        this.ratings = ratings;
        this.plans = plans;
        this.checkIns = checkIns;
        this.placements = placements;
        this.ledger = ledger;
        this.answers = answers;
        this.messages = messages;
        this.timeline = timeline;
        this.documents = documents;
        this.notes = notes;
        this.names = names;
    }

    @GetMapping("/cases/{reference}")
    String show(@PathVariable String reference, @RequestParam(defaultValue = "1") int page, Authentication person, Model model) {
        Admitted reader = admission.to(reference, person);
        CaseReference asked = reader.reference();
        SupportCase supportCase = cases.get(asked);
        model.addAttribute("supportCase", supportCase);
        model.addAttribute("practice", practices.find(supportCase.practice()).orElseThrow());
        model.addAttribute("added", timeline.of(asked, ConfirmRequest.ADDED, MOST_ADDED));
        model.addAttribute("need", needs.find(asked).orElse(null));
        List<Placement> placed = placements.of(asked);
        addSupport(asked, placed, model);
        List<FormAnswers.Step> answered = answers.of(asked);
        model.addAttribute("answered", answered);
        model.addAttribute("messages", messages.of(asked, reader.office()));
        model.addAttribute("reader", reader);
        addHistory(reader, placed, answered, page, model);
        return "casefile/case";
    }

    /** Who supports the practice, by which plan, how it goes, and what it costs. */
    private void addSupport(CaseReference asked, List<Placement> placed, Model model) {
        model.addAttribute("plan", plans.inEffect(asked).or(() -> plans.submitted(asked)).or(() -> plans.latest(asked)).orElse(null));
        model.addAllAttributes(Map.of("placements", placed, "weeks", checkIns.of(asked), "money", ledger.moneyOf(asked)));
    }

    /** What has happened, what was written and kept, and the names of all who had a part in it. */
    private void addHistory(Admitted reader, List<Placement> placed, List<FormAnswers.Step> answered, int page, Model model) {
        CaseReference asked = reader.reference();
        int pages = (int) Math.max(1, (timeline.count(asked) + ENTRIES_A_PAGE - 1) / ENTRIES_A_PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        List<Timeline.Entry> entries = timeline.of(asked, shown - 1, ENTRIES_A_PAGE);
        List<RagRating> rated = ratings.of(asked);
        List<Document> attached = documents.of(asked);
        List<TeamNote> written = notes.of(asked, reader.reader(), MOST_NOTES);
        model.addAllAttributes(Map.of("suggestion", ratings.suggestionFor(asked), "ratings", rated, "entries", entries,
            "page", shown, "pages", pages, "documents", attached, "notes", written,
            "names", names.of(rated.stream().map(RagRating::who), placed.stream().map(Placement::pm),
                answered.stream().map(FormAnswers.Step::who), entries.stream().flatMap(NamesInCase::in),
                attached.stream().flatMap(CasePage::peopleOf), written.stream().map(TeamNote::who))));
    }

    private static Stream<String> peopleOf(Document document) {
        return Stream.of(document.who(), document.removal() == null ? document.who() : document.removal().who());
    }
}
