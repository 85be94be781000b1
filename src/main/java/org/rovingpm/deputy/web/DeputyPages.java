package org.rovingpm.deputy.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.deputy.AppointDeputy;
import org.rovingpm.deputy.Deputies;
import org.rovingpm.deputy.Deputy;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which deputies are appointed, and which says who is one. */
@Controller
class DeputyPages {

    private static final int A_PAGE = 25;
    private static final int LAST_PAGE = 200;
    private static final List<String> FIELDS = List.of("role", "person", "from", "until", "reason");

    private final AppointDeputy appointDeputy;
    private final Deputies deputies;
    private final Submissions submissions;
    private final StaffDirectory staff;
    private final PersonDirectory people;

    DeputyPages(
            AppointDeputy appointDeputy,
            Deputies deputies,
            Submissions submissions,
            StaffDirectory staff,
            PersonDirectory people) {
        this.appointDeputy = appointDeputy;
        this.deputies = deputies;
        this.submissions = submissions;
        this.staff = staff;
        this.people = people;
    }

    @GetMapping("/deputies")
    String all(@RequestParam(defaultValue = "1") int page, Authentication reader, Model model) {
        return show(reader, page, Map.of(), List.of(), model);
    }

    @PostMapping("/deputies")
    String appoint(
            @RequestParam Map<String, String> sent, Authentication reader, Model model, RedirectAttributes after) {
        try {
            appointDeputy.appoint(
                    submissions.read(AppointDeputy.Form.class, typed(sent)), reader.getName(), groups(reader));
        } catch (Refusal refusal) {
            return show(reader, 1, sent, refusal.problems(), model);
        }
        after.addFlashAttribute(
                "done",
                "%s is a deputy now.".formatted(people.nameOf(typed(sent).get("person"))));
        return "redirect:/deputies";
    }

    @PostMapping("/deputies/{id:\\d{1,18}}/end")
    String end(@PathVariable long id, Authentication reader, Model model, RedirectAttributes after) {
        try {
            appointDeputy.end(id, reader.getName(), groups(reader));
        } catch (Refusal refusal) {
            return show(reader, 1, Map.of(), refusal.problems(), model);
        }
        after.addFlashAttribute("done", "They are no deputy any more.");
        return "redirect:/deputies";
    }

    private static Map<String, String> typed(Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        FIELDS.forEach(field -> typed.put(field, sent.getOrDefault(field, "").strip()));
        return typed;
    }

    private static Set<String> groups(Authentication reader) {
        return reader.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    }

    private String show(
            Authentication reader, int page, Map<String, String> sent, List<Problem> problems, Model model) {
        int shown = Math.min(Math.max(page, 1), LAST_PAGE);
        List<Deputy> found = deputies.all((shown - 1) * A_PAGE, A_PAGE + 1);
        List<Deputy> rows = found.stream().limit(A_PAGE).toList();
        Set<Role> roles = appointDeputy.rolesOf(groups(reader));
        model.addAttribute("rows", rows);
        model.addAttribute("roles", roles);
        model.addAttribute(
                "names",
                people.namesThen(rows.stream()
                        .flatMap(one -> Stream.of(one.person(), one.appointedBy(), one.endedBy()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        model.addAttribute(
                "everybody",
                Stream.of(Role.values())
                        .flatMap(role -> staff.of(role).stream())
                        .distinct()
                        .filter(person -> !person.id().equals(reader.getName()))
                        .sorted(Comparator.comparing(StaffDirectory.Person::name))
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > A_PAGE && shown < LAST_PAGE);
        model.addAttribute("typed", typed(sent));
        model.addAttribute("problems", problems);
        return "deputy/deputies";
    }
}
