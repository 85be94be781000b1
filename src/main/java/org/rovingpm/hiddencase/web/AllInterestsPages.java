package org.rovingpm.hiddencase.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
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

/** The pages on which service managers see what everybody has declared, and put an interest on record or end one for somebody. */
@Controller
class AllInterestsPages {

    private static final int A_PAGE = 25;
    private static final int LAST_PAGE = 200;
    private static final List<String> FIELDS =
            Stream.concat(Stream.of("person"), InterestForms.FIELDS.stream()).toList();

    private final DeclaredInterests interests;
    private final DeclareInterest declareInterest;
    private final InterestForms forms;
    private final Submissions submissions;
    private final StaffDirectory staff;
    private final PersonDirectory people;
    private final Clock clock;

    AllInterestsPages(
            DeclaredInterests interests,
            DeclareInterest declareInterest,
            InterestForms forms,
            Submissions submissions,
            StaffDirectory staff,
            PersonDirectory people,
            Clock clock) {
        this.interests = interests;
        this.declareInterest = declareInterest;
        this.forms = forms;
        this.submissions = submissions;
        this.staff = staff;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/interests/all")
    String all(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String typed = search.strip().toLowerCase(Locale.ROOT);
        DeclaredInterests.Order order = Arrays.stream(DeclaredInterests.Order.values())
                .filter(one -> one.name().equals(sort))
                .findFirst()
                .orElse(DeclaredInterests.Order.LATEST);
        int shown = Math.min(Math.max(page, 1), LAST_PAGE);
        List<DeclaredInterest> found =
                interests.all(named(typed), typed, ended, order, (shown - 1) * A_PAGE, A_PAGE + 1);
        List<DeclaredInterest> rows = found.stream().limit(A_PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "names",
                people.namesThen(rows.stream()
                        .flatMap(one -> Stream.of(one.person(), one.declaredBy()))
                        .distinct()
                        .toList()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("search", search);
        model.addAttribute("ended", ended);
        model.addAttribute("sort", order.name());
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > A_PAGE && shown < LAST_PAGE);
        return "hiddencase/all";
    }

    @GetMapping("/interests/all/declare")
    String form(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String practice,
            @RequestParam(defaultValue = "") String person,
            Model model) {
        return showForm(
                q, InterestForms.typed(Map.of("practice", practice, "person", person), FIELDS), List.of(), model);
    }

    @PostMapping("/interests/all/declare")
    String declare(
            @RequestParam Map<String, String> sent, Authentication manager, Model model, RedirectAttributes after) {
        Map<String, String> typed = InterestForms.typed(sent, FIELDS);
        try {
            if (staff.find(typed.get("person")).isEmpty()) {
                throw new Refusal("person", "Choose the person.");
            }
            declareInterest.declare(
                    typed.get("person"),
                    submissions.read(DeclareInterest.Form.class, InterestForms.typed(typed, InterestForms.FIELDS)),
                    manager.getName());
        } catch (Refusal refusal) {
            return showForm("", typed, refusal.problems(), model);
        }
        after.addFlashAttribute(
                "done",
                "The interest is on record. Cases of this practice are now hidden from %s."
                        .formatted(people.nameOf(typed.get("person"))));
        return "redirect:/interests/all";
    }

    @GetMapping("/interests/all/{id:\\d{1,18}}")
    String one(@PathVariable long id, Model model) {
        DeclaredInterest interest = current(id);
        return showOne(interest, InterestForms.typed(interest), List.of(), model);
    }

    @PostMapping("/interests/all/{id:\\d{1,18}}/change")
    String change(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Authentication manager,
            Model model,
            RedirectAttributes after) {
        DeclaredInterest interest = current(id);
        Map<String, String> typed = InterestForms.typed(sent, InterestForms.FIELDS);
        typed.put("practice", interest.practice().value());
        try {
            declareInterest.change(interest, submissions.read(DeclareInterest.Form.class, typed), manager.getName());
        } catch (Refusal refusal) {
            return showOne(interest, typed, refusal.problems(), model);
        }
        after.addFlashAttribute("done", "The change is on record, and so is what was declared before.");
        return "redirect:/interests/all";
    }

    @PostMapping("/interests/all/{id:\\d{1,18}}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String endReason,
            Authentication manager,
            Model model,
            RedirectAttributes after) {
        DeclaredInterest interest = current(id);
        try {
            declareInterest.end(
                    interest,
                    submissions.read(DeclareInterest.End.class, Map.of("endReason", endReason)),
                    manager.getName());
        } catch (Refusal refusal) {
            return showOne(interest, InterestForms.typed(interest), refusal.problems(), model);
        }
        after.addFlashAttribute("done", "The interest has ended. It stays on record.");
        return "redirect:/interests/all";
    }

    private DeclaredInterest current(long id) {
        return interests
                .find(id)
                .filter(found -> found.endedOn() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Names are the accounts'; the declarations know user ids. */
    private List<String> named(String typed) {
        return typed.isEmpty()
                ? List.of()
                : everybody().stream()
                        .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(typed)
                                || person.id().equals(typed))
                        .map(StaffDirectory.Person::id)
                        .toList();
    }

    private List<StaffDirectory.Person> everybody() {
        List<StaffDirectory.Person> everybody = new ArrayList<>();
        Stream.of(Role.values())
                .filter(role -> role != Role.COMMISSIONER && role != Role.ADMINISTRATOR)
                .flatMap(role -> staff.of(role).stream())
                .distinct()
                .sorted(Comparator.comparing(StaffDirectory.Person::name))
                .forEach(everybody::add);
        return everybody;
    }

    private String showForm(String q, Map<String, String> typed, List<Problem> problems, Model model) {
        model.addAttribute("everybody", everybody());
        forms.show(q, typed, problems, model);
        return "hiddencase/declare";
    }

    private String showOne(DeclaredInterest interest, Map<String, String> typed, List<Problem> problems, Model model) {
        model.addAttribute("interest", interest);
        model.addAttribute("base", "/interests/all");
        model.addAttribute("owner", people.nameOf(interest.person()));
        model.addAttribute("today", LocalDate.now(clock));
        forms.show("", typed, problems, model);
        return "hiddencase/one";
    }
}
