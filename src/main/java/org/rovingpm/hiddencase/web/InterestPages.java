package org.rovingpm.hiddencase.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.hiddencase.DeclaredInterest;
import org.rovingpm.hiddencase.DeclaredInterests;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one's own interests: what has been declared, and how to declare, change, confirm and end. */
@Controller
class InterestPages {

    private final DeclaredInterests interests;
    private final DeclareInterest declareInterest;
    private final InterestForms forms;
    private final Submissions submissions;
    private final PersonDirectory people;
    private final Clock clock;

    InterestPages(
            DeclaredInterests interests,
            DeclareInterest declareInterest,
            InterestForms forms,
            Submissions submissions,
            PersonDirectory people,
            Clock clock) {
        this.interests = interests;
        this.declareInterest = declareInterest;
        this.forms = forms;
        this.submissions = submissions;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/interests")
    String mine(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String practice,
            Authentication person,
            Model model) {
        return show(
                person.getName(),
                q,
                InterestForms.typed(Map.of("practice", practice), InterestForms.FIELDS),
                List.of(),
                model);
    }

    @PostMapping("/interests")
    String declare(
            @RequestParam Map<String, String> sent, Authentication person, Model model, RedirectAttributes after) {
        Map<String, String> typed = InterestForms.typed(sent, InterestForms.FIELDS);
        try {
            declareInterest.declare(
                    person.getName(), submissions.read(DeclareInterest.Form.class, typed), person.getName());
        } catch (Refusal refusal) {
            return show(person.getName(), "", typed, refusal.problems(), model);
        }
        after.addFlashAttribute("done", "Your interest is on record. Cases of this practice are now hidden from you.");
        return "redirect:/interests";
    }

    @GetMapping("/interests/{id:\\d{1,18}}")
    String one(@PathVariable long id, Authentication person, Model model) {
        DeclaredInterest interest = own(id, person);
        return showOne(interest, InterestForms.typed(interest), List.of(), model);
    }

    @PostMapping("/interests/{id:\\d{1,18}}/change")
    String change(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        DeclaredInterest interest = own(id, person);
        Map<String, String> typed = InterestForms.typed(sent, InterestForms.FIELDS);
        typed.put("practice", interest.practice().value());
        try {
            declareInterest.change(interest, submissions.read(DeclareInterest.Form.class, typed), person.getName());
        } catch (Refusal refusal) {
            return showOne(interest, typed, refusal.problems(), model);
        }
        after.addFlashAttribute("done", "The change is on record, and so is what you declared before.");
        return "redirect:/interests";
    }

    @PostMapping("/interests/{id:\\d{1,18}}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String endReason,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        DeclaredInterest interest = own(id, person);
        try {
            declareInterest.end(
                    interest,
                    submissions.read(DeclareInterest.End.class, Map.of("endReason", endReason)),
                    person.getName());
        } catch (Refusal refusal) {
            return showOne(interest, InterestForms.typed(interest), refusal.problems(), model);
        }
        after.addFlashAttribute("done", "The interest has ended. It stays on record.");
        return "redirect:/interests";
    }

    @PostMapping("/interests/{id:\\d{1,18}}/confirm")
    String confirm(@PathVariable long id, Authentication person, RedirectAttributes after) {
        declareInterest.confirm(own(id, person));
        after.addFlashAttribute("done", "Thank you. You will be asked again in a year.");
        return "redirect:/interests";
    }

    /** Those of others look as if they did not exist. */
    private DeclaredInterest own(long id, Authentication person) {
        return interests
                .find(id)
                .filter(found -> found.person().equals(person.getName()) && found.endedOn() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(String person, String q, Map<String, String> typed, List<Problem> problems, Model model) {
        List<DeclaredInterest> all = interests.of(person);
        model.addAttribute(
                "current", all.stream().filter(one -> one.endedOn() == null).toList());
        model.addAttribute(
                "ended", all.stream().filter(one -> one.endedOn() != null).toList());
        model.addAttribute(
                "names",
                people.namesThen(all.stream()
                        .map(DeclaredInterest::declaredBy)
                        .distinct()
                        .toList()));
        model.addAttribute("today", LocalDate.now(clock));
        forms.show(q, typed, problems, model);
        return "hiddencase/mine";
    }

    private String showOne(DeclaredInterest interest, Map<String, String> typed, List<Problem> problems, Model model) {
        model.addAttribute("interest", interest);
        model.addAttribute("base", "/interests");
        model.addAttribute("owner", null);
        model.addAttribute("today", LocalDate.now(clock));
        forms.show("", typed, problems, model);
        return "hiddencase/one";
    }
}
