package org.rovingpm.casepage.web.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.casepage.action.CaseAction;
import org.rovingpm.casepage.action.PossibleActions;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.hiddencase.DeclaredInterests;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.PracticeSearch;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.practices.AddPractice;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets another practice join a case: it is found in the register, and its contact is written down. */
@Controller
class AddPracticePages {

    private static final String CODE = "odsCode";
    private static final List<String> FIELDS =
            List.of(CODE, "contactName", "contactRole", "contactEmail", "contactTelephone", "agreedWith");

    private final Admission admission;
    private final PossibleActions possibleActions;
    private final AddPractice addPractice;
    private final PracticeSearch search;
    private final SupportCases cases;
    private final Practices practices;
    private final Placements placements;
    private final DeclaredInterests interests;
    private final PersonDirectory people;
    private final Submissions submissions;

    AddPracticePages(
            Admission admission,
            PossibleActions possibleActions,
            AddPractice addPractice,
            PracticeSearch search,
            SupportCases cases,
            Practices practices,
            Placements placements,
            DeclaredInterests interests,
            PersonDirectory people,
            Submissions submissions) {
        this.admission = admission;
        this.possibleActions = possibleActions;
        this.addPractice = addPractice;
        this.search = search;
        this.cases = cases;
        this.practices = practices;
        this.placements = placements;
        this.interests = interests;
        this.people = people;
        this.submissions = submissions;
    }

    @GetMapping("/cases/{reference}/practice")
    String ask(
            @PathVariable("reference") String number,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = CODE, defaultValue = "") String code,
            Authentication person,
            Model model) {
        Admitted reader = admission.to(number, person);
        return show(reader, typed, Map.of(CODE, code), List.of(), Admission.groupsOf(person), model);
    }

    @PostMapping("/cases/{reference}/practice")
    String add(
            @PathVariable("reference") String number,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Admitted reader = admission.to(number, person);
        List<String> groups = Admission.groupsOf(person);
        try {
            possibleActions.refuseUnlessPossible(CaseAction.ADD_PRACTICE, reader.reference(), reader.user(), groups);
            Map<String, String> typed = new HashMap<>();
            FIELDS.forEach(field -> typed.put(field, sent.getOrDefault(field, "")));
            AddPractice.Form form = submissions.read(AddPractice.Form.class, typed);
            addPractice.add(reader.reference(), form, reader.user());
            after.addFlashAttribute(
                    "actionDone",
                    "%s: %s has joined the case. All its practices are told."
                            .formatted(reader.reference(), practices.nameOf(new OdsCode(form.odsCode()))));
        } catch (Refusal refusal) {
            return show(reader, "", sent, refusal.problems(), groups, model);
        }
        return "redirect:/cases/" + reader.reference();
    }

    private String show(
            Admitted reader,
            String q,
            Map<String, String> sent,
            List<Problem> problems,
            List<String> groups,
            Model model) {
        SupportCase supportCase = cases.get(reader.reference());
        model.addAttribute("supportCase", supportCase);
        model.addAttribute("practiceName", practices.nameOf(supportCase.practices()));
        model.addAttribute("title", CaseAction.ADD_PRACTICE.title(false));
        model.addAttribute("problems", problems);
        try {
            possibleActions.refuseUnlessPossible(CaseAction.ADD_PRACTICE, reader.reference(), reader.user(), groups);
        } catch (Refusal impossible) {
            model.addAttribute("sentence", impossible.getMessage());
            return "casepage/action-impossible";
        }
        Optional<Practice> chosen = OdsCode.of(sent.getOrDefault(CODE, "")).flatMap(practices::find);
        if (chosen.isEmpty()) {
            model.addAttribute("q", q.strip());
            model.addAttribute("found", q.isBlank() ? null : search.find(q));
            return "casepage/practice-choice";
        }
        model.addAttribute("joining", chosen.get());
        model.addAttribute(
                "pmWhoLeaves",
                placements
                        .active(reader.reference())
                        .map(Placement::pm)
                        .filter(pm -> interests.holds(pm, chosen.get().code()))
                        .map(people::nameOf)
                        .orElse(null));
        Map<String, String> typed = new HashMap<>();
        FIELDS.forEach(field -> typed.put(field, sent.getOrDefault(field, "")));
        model.addAttribute("typed", typed);
        return "casepage/practice-added";
    }
}
