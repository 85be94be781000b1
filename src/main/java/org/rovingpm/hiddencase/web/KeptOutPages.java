package org.rovingpm.hiddencase.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.hiddencase.KeepOut;
import org.rovingpm.hiddencase.KeptOut;
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

/** The page on which service managers keep people out of single cases, and lift that again. */
@Controller
class KeptOutPages {

    private static final int A_PAGE = 25;
    private static final int LAST_PAGE = 200;
    private static final List<String> FIELDS = List.of("caseReference", "person", "reason");

    private final KeepOut keepOut;
    private final HiddenCases hiddenCases;
    private final Submissions submissions;
    private final StaffDirectory staff;
    private final PersonDirectory people;

    KeptOutPages(
            KeepOut keepOut,
            HiddenCases hiddenCases,
            Submissions submissions,
            StaffDirectory staff,
            PersonDirectory people) {
        this.keepOut = keepOut;
        this.hiddenCases = hiddenCases;
        this.submissions = submissions;
        this.staff = staff;
        this.people = people;
    }

    @GetMapping("/kept-out")
    String all(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "case", defaultValue = "") String reference,
            Authentication manager,
            Model model) {
        return show(
                manager.getName(),
                page,
                InterestForms.typed(Map.of("caseReference", reference), FIELDS),
                List.of(),
                model);
    }

    @PostMapping("/kept-out")
    String keepOut(
            @RequestParam Map<String, String> sent, Authentication manager, Model model, RedirectAttributes after) {
        Map<String, String> typed = InterestForms.typed(sent, FIELDS);
        try {
            keepOut.keepOut(submissions.read(KeepOut.Form.class, typed), manager.getName());
        } catch (Refusal refusal) {
            return show(manager.getName(), 1, typed, refusal.problems(), model);
        }
        after.addFlashAttribute(
                "done", "The case is now hidden from %s.".formatted(people.nameOf(typed.get("person"))));
        return "redirect:/kept-out";
    }

    @GetMapping("/kept-out/{id:\\d{1,18}}")
    String one(@PathVariable long id, Authentication manager, Model model) {
        return showOne(current(id, manager), "", List.of(), model);
    }

    @PostMapping("/kept-out/{id:\\d{1,18}}/lift")
    String lift(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Authentication manager,
            Model model,
            RedirectAttributes after) {
        KeptOut found = current(id, manager);
        try {
            keepOut.lift(found, submissions.read(KeepOut.Lift.class, Map.of("reason", reason)), manager.getName());
        } catch (Refusal refusal) {
            return showOne(found, reason, refusal.problems(), model);
        }
        after.addFlashAttribute("done", "%s may see the case again.".formatted(people.nameOf(found.person())));
        return "redirect:/kept-out";
    }

    private KeptOut current(long id, Authentication manager) {
        return keepOut.find(id, manager.getName())
                .filter(found -> found.liftedAt() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(String manager, int page, Map<String, String> typed, List<Problem> problems, Model model) {
        int shown = Math.min(Math.max(page, 1), LAST_PAGE);
        List<KeptOut> found = keepOut.all(manager, (shown - 1) * A_PAGE, A_PAGE + 1);
        List<KeptOut> rows = found.stream().limit(A_PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "names",
                people.namesThen(rows.stream()
                        .flatMap(one -> Stream.of(one.person(), one.by(), one.liftedBy()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > A_PAGE && shown < LAST_PAGE);
        model.addAttribute(
                "everybody",
                Stream.of(Role.values())
                        .flatMap(role -> staff.of(role).stream())
                        .distinct()
                        .sorted(Comparator.comparing(StaffDirectory.Person::name))
                        .toList());
        model.addAttribute("cases", hiddenCases.openFor(manager, typed.get("caseReference")));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "hiddencase/kept-out";
    }

    private String showOne(KeptOut found, String reason, List<Problem> problems, Model model) {
        model.addAttribute("found", found);
        model.addAttribute("name", people.nameOf(found.person()));
        model.addAttribute("by", people.namesThen(List.of(found.by())).on(found.by(), found.at()));
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        return "hiddencase/let-in";
    }
}
