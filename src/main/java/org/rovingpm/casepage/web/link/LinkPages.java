package org.rovingpm.casepage.web.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.caselist.CaseFilter;
import org.rovingpm.caselist.CaseList;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.caselist.Sorting;
import org.rovingpm.casepage.action.CaseAction;
import org.rovingpm.casepage.action.PossibleActions;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.linkedcase.CaseLinks;
import org.rovingpm.linkedcase.LinkCases;
import org.rovingpm.linkedcase.LinkedCase;
import org.rovingpm.linkedcase.OtherCases;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Links a case to another one, and ends a link. The other case is chosen from a list: those of the same practice come first, others
 * are found as on the list of cases.
 */
@Controller
class LinkPages {

    private static final int MOST_FOUND = 20;
    private static final String OTHER = "other";
    private static final String HOW = "how";
    private static final String REASON = "reason";

    private final Admission admission;
    private final PossibleActions possibleActions;
    private final LinkCases linkCases;
    private final CaseLinks links;
    private final OtherCases otherCases;
    private final CaseList caseList;
    private final SupportCases cases;
    private final Practices practices;
    private final Submissions submissions;

    LinkPages(
            Admission admission,
            PossibleActions possibleActions,
            LinkCases linkCases,
            CaseLinks links,
            OtherCases otherCases,
            CaseList caseList,
            SupportCases cases,
            Practices practices,
            Submissions submissions) {
        this.admission = admission;
        this.possibleActions = possibleActions;
        this.linkCases = linkCases;
        this.links = links;
        this.otherCases = otherCases;
        this.caseList = caseList;
        this.cases = cases;
        this.practices = practices;
        this.submissions = submissions;
    }

    @GetMapping("/cases/{reference}/link")
    String ask(
            @PathVariable("reference") String number,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String other,
            Authentication person,
            Model model) {
        Admitted reader = admission.to(number, person);
        CaseReader listReader = CaseReader.of(reader.user(), Admission.groupsOf(person));
        if (other.isBlank()) {
            return choose(reader, listReader, typed, List.of(), model);
        }
        return confirm(reader, listReader, Map.of(OTHER, other), List.of(), model);
    }

    @PostMapping("/cases/{reference}/link")
    String link(
            @PathVariable("reference") String number,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Admitted reader = admission.to(number, person);
        CaseReader listReader = CaseReader.of(reader.user(), Admission.groupsOf(person));
        Map<String, String> typed = new HashMap<>();
        List.of(OTHER, HOW, REASON)
                .forEach(field -> typed.put(field, sent.getOrDefault(field, "").replace("\r\n", "\n")));
        try {
            linkCases.refuseUnlessPossible(reader.reference(), listReader);
            after.addFlashAttribute(
                    "actionDone",
                    linkCases.link(reader.reference(), submissions.read(LinkCases.Form.class, typed), listReader));
        } catch (Refusal refusal) {
            return confirm(reader, listReader, typed, refusal.problems(), model);
        }
        return "redirect:/cases/" + reader.reference();
    }

    private String choose(Admitted reader, CaseReader listReader, String typed, List<Problem> problems, Model model) {
        if (!describe(reader, listReader, problems, model)) {
            return "casepage/action-impossible";
        }
        String text = typed.strip();
        model.addAttribute("q", text);
        model.addAttribute("others", otherCases.of(reader.reference(), listReader));
        CaseFilter filter = CaseFilter.of(CaseFilter.Shown.ALL).withText(text);
        model.addAttribute(
                "found",
                text.isEmpty()
                        ? null
                        : caseList
                                .page(listReader, filter, Sorting.usual(filter.shown()), 0, MOST_FOUND + 1)
                                .cases()
                                .stream()
                                .filter(one -> !one.reference()
                                        .equals(reader.reference().value()))
                                .toList());
        model.addAttribute("mostFound", MOST_FOUND);
        return "casepage/link";
    }

    private String confirm(
            Admitted reader, CaseReader listReader, Map<String, String> typed, List<Problem> problems, Model model) {
        if (!describe(reader, listReader, problems, model)) {
            return "casepage/action-impossible";
        }
        SupportCase one = cases.get(reader.reference());
        SupportCase other;
        try {
            other = linkCases.other(reader.reference(), typed.get(OTHER), listReader);
        } catch (Refusal refusal) {
            return choose(reader, listReader, "", refusal.problems(), model);
        }
        model.addAttribute("other", other);
        model.addAttribute("otherPracticeName", practices.nameOf(other.practices()));
        model.addAttribute("ways", linkCases.ways(one, other));
        model.addAttribute("typed", Map.of(HOW, typed.getOrDefault(HOW, ""), REASON, typed.getOrDefault(REASON, "")));
        return "casepage/link-to";
    }

    /** @return false where the person cannot link the case at all, with the reason */
    private boolean describe(Admitted reader, CaseReader listReader, List<Problem> problems, Model model) {
        describe(reader.reference(), CaseAction.LINK.title(false), problems, model);
        try {
            possibleActions.refuseUnlessPossible(
                    CaseAction.LINK, reader.reference(), reader.user(), groups(listReader));
            return true;
        } catch (Refusal impossible) {
            model.addAttribute("sentence", impossible.getMessage());
            return false;
        }
    }

    private static List<String> groups(CaseReader reader) {
        return reader.roles().stream().map(role -> role.group()).toList();
    }

    @GetMapping("/cases/{reference}/link/{id:\\d{1,18}}")
    String askToEnd(
            @PathVariable("reference") String number, @PathVariable long id, Authentication person, Model model) {
        Admitted reader = admission.to(number, person);
        return showEnd(reader, linked(reader, id, person), "", List.of(), model);
    }

    @PostMapping("/cases/{reference}/link/{id:\\d{1,18}}")
    String end(
            @PathVariable("reference") String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Admitted reader = admission.to(number, person);
        LinkedCase link = linked(reader, id, person);
        try {
            linkCases.end(
                    reader.reference(),
                    link,
                    submissions.read(LinkCases.End.class, Map.of(REASON, reason)),
                    CaseReader.of(reader.user(), Admission.groupsOf(person)));
        } catch (Refusal refusal) {
            return showEnd(reader, link, reason, refusal.problems(), model);
        }
        after.addFlashAttribute(
                "actionDone", "%s and %s are no longer linked.".formatted(reader.reference(), link.reference()));
        return "redirect:/cases/" + reader.reference();
    }

    private LinkedCase linked(Admitted reader, long id, Authentication person) {
        return links.find(reader.reference(), id, CaseReader.of(reader.user(), Admission.groupsOf(person)))
                .orElseThrow(Admission::notFound);
    }

    private String showEnd(Admitted reader, LinkedCase link, String reason, List<Problem> problems, Model model) {
        describe(reader.reference(), "End a link", problems, model);
        if (!link.canEnd() || !reader.office()) {
            model.addAttribute(
                    "sentence",
                    !reader.office()
                            ? "The office ends links: speak to the coordinator."
                            : link.ended()
                                    ? "This link has been ended already."
                                    : "A case was closed as a duplicate, which cannot be undone: open a new case if the practice needs one.");
            return "casepage/action-impossible";
        }
        model.addAttribute("link", link);
        model.addAttribute("typed", Map.of(REASON, reason));
        return "casepage/link-end";
    }

    private void describe(CaseReference reference, String title, List<Problem> problems, Model model) {
        SupportCase supportCase = cases.get(reference);
        model.addAttribute("supportCase", supportCase);
        model.addAttribute("practiceName", practices.nameOf(supportCase.practices()));
        model.addAttribute("title", title);
        model.addAttribute("problems", problems);
    }
}
