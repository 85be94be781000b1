package org.rovingpm.casefile.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rovingpm.access.People;
import org.rovingpm.assessment.Needs;
import org.rovingpm.assessment.RagRating;
import org.rovingpm.assessment.RagRatings;
import org.rovingpm.casefile.CaseAccess;
import org.rovingpm.casefile.FormAnswers;
import org.rovingpm.funding.Ledger;
import org.rovingpm.placement.CheckIns;
import org.rovingpm.placement.JobPlans;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The case on one page: what was asked for, where it stands, its ratings, its PM, plan, weeks and money, what managers' own
 * forms have asked, its messages, its timeline. */
@Controller
class CasePage {

    private static final int ENTRIES_A_PAGE = 50;
    private static final Pattern USER_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,63}");

    private final CaseAccess access;
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
    private final People people;

    CasePage(CaseAccess access, SupportCases cases, Practices practices, Needs needs, RagRatings ratings, JobPlans plans,
             CheckIns checkIns, Placements placements, Ledger ledger, FormAnswers answers, CaseMessages messages,
             Timeline timeline, People people) {
        this.access = access;
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
        this.people = people;
    }

    @GetMapping("/cases/{reference}")
    String show(@PathVariable String reference, @RequestParam(defaultValue = "1") int page, Authentication person, Model model) {
        CaseReference asked = CaseReference.read(reference).orElseThrow(CasePage::notFound);
        List<String> groups = person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
        if (!access.maySee(person.getName(), groups, asked)) {
            throw notFound();
        }
        SupportCase supportCase = cases.get(asked);
        model.addAttribute("supportCase", supportCase);
        model.addAttribute("practice", practices.find(supportCase.practice()).orElseThrow());
        model.addAttribute("need", needs.find(asked).orElse(null));
        List<Placement> placed = placements.of(asked);
        addSupport(asked, placed, model);
        List<FormAnswers.Step> answered = answers.of(asked);
        model.addAttribute("answered", answered);
        model.addAttribute("messages", messages.of(asked, groups));
        addHistory(asked, placed, answered, page, model);
        return "casefile/case";
    }

    /** Who supports the practice, by which plan, how it goes, and what it costs. */
    private void addSupport(CaseReference asked, List<Placement> placed, Model model) {
        model.addAttribute("plan", plans.inEffect(asked).or(() -> plans.submitted(asked)).or(() -> plans.latest(asked)).orElse(null));
        model.addAllAttributes(Map.of("placements", placed, "weeks", checkIns.of(asked), "money", ledger.moneyOf(asked)));
    }

    private void addHistory(CaseReference asked, List<Placement> placed, List<FormAnswers.Step> answered, int page, Model model) {
        int pages = (int) Math.max(1, (timeline.count(asked) + ENTRIES_A_PAGE - 1) / ENTRIES_A_PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        List<Timeline.Entry> entries = timeline.of(asked, shown - 1, ENTRIES_A_PAGE);
        List<RagRating> rated = ratings.of(asked);
        model.addAllAttributes(Map.of("suggestion", ratings.suggestionFor(asked), "ratings", rated, "entries", entries,
            "page", shown, "pages", pages, "names", people.namesOf(Stream.of(rated.stream().map(RagRating::who),
                placed.stream().map(Placement::pm), answered.stream().map(FormAnswers.Step::who), entries.stream().flatMap(CasePage::usersIn))
                .flatMap(Function.identity()).distinct().toList())));
    }

    /** The user ids of an entry: whose it is and, where a PM came or went, theirs. */
    private static Stream<String> usersIn(Timeline.Entry entry) {
        return Stream.of(entry.who(), entry.oldValue(), entry.newValue())
            .filter(value -> value != null && USER_ID.matcher(value).matches());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
