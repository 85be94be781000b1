package org.rovingpm.account.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.account.factor.ChangeSecondFactor;
import org.rovingpm.account.factor.FactorGroups;
import org.rovingpm.account.factor.RequiredFactors;
import org.rovingpm.account.factor.SecondFactors;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.web.Option;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which administrators say who must have a second factor, and take away one that is lost. */
@Controller
class RequiredFactorPages {

    private static final String PAGE = "/second-factors";

    private final FactorGroups groups;
    private final RequiredFactors required;
    private final ChangeSecondFactor changeSecondFactor;
    private final SecondFactors factors;
    private final PersonDirectory people;

    RequiredFactorPages(
            FactorGroups groups,
            RequiredFactors required,
            ChangeSecondFactor changeSecondFactor,
            SecondFactors factors,
            PersonDirectory people) {
        this.groups = groups;
        this.required = required;
        this.changeSecondFactor = changeSecondFactor;
        this.factors = factors;
        this.people = people;
    }

    @GetMapping(PAGE)
    String secondFactors(Model model) {
        return show("", List.of(), model);
    }

    @PostMapping(PAGE)
    String require(
            @RequestParam(name = "group", required = false) List<String> chosen,
            Authentication administrator,
            Model model,
            RedirectAttributes after) {
        Set<String> known = groups.all().stream().map(FactorGroups.Group::id).collect(Collectors.toSet());
        try {
            required.require(
                    chosen == null
                            ? Set.of()
                            : chosen.stream().filter(known::contains).collect(Collectors.toSet()),
                    administrator.getName());
        } catch (Refusal refusal) {
            return show("", refusal.problems(), model);
        }
        after.addFlashAttribute(
                "done", "Saved. Whoever must have a second factor is asked for it when they sign in next.");
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/take-away")
    String takeAway(
            @RequestParam(defaultValue = "") String person,
            Authentication administrator,
            Model model,
            RedirectAttributes after) {
        String name = person.strip();
        try {
            changeSecondFactor.takeAway(name, administrator.getName());
        } catch (Refusal refusal) {
            return show(person, refusal.problems(), model);
        }
        after.addFlashAttribute("done", "The second factor of %s has been taken away.".formatted(people.nameOf(name)));
        return "redirect:" + PAGE;
    }

    private String show(String chosenPerson, List<Problem> problems, Model model) {
        List<FactorGroups.Group> all = groups.all();
        model.addAttribute("groups", all);
        model.addAttribute(
                "names", all.stream().collect(Collectors.toMap(FactorGroups.Group::id, RequiredFactorPages::nameOf)));
        model.addAttribute("chosen", required.groups());
        model.addAttribute("possible", changeSecondFactor.isPossible());
        model.addAttribute("holders", holders());
        model.addAttribute("chosenPerson", chosenPerson);
        model.addAttribute("problems", problems);
        return "account/second-factors";
    }

    private List<Option> holders() {
        List<String> all = factors.people();
        Map<String, String> names = people.namesOf(all);
        return all.stream()
                .map(id -> new Option(id, "%s (%s)".formatted(names.getOrDefault(id, id), id)))
                .sorted(Comparator.comparing(Option::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String nameOf(FactorGroups.Group group) {
        return Role.ofGroup(group.id())
                .map(Role::displayName)
                .orElse(group.name() == null || group.name().isBlank() ? group.id() : group.name());
    }
}
