package org.rovingpm.hiddencase.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.hiddencase.ConfidentialCase;
import org.rovingpm.hiddencase.ConfidentialCases;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.hiddencase.MakeConfidential;
import org.rovingpm.hiddencase.NamedPerson;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
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

/** The page that says who sees a case, and on which the office changes that. For whoever may not see the case it does not exist. */
@Controller
class ConfidentialPages {

    private static final List<String> FIELDS = List.of("reason", "person", "liftReason");

    private final MakeConfidential makeConfidential;
    private final ConfidentialCases confidential;
    private final HiddenCases hidden;
    private final SupportCases cases;
    private final Submissions submissions;
    private final PersonDirectory people;

    ConfidentialPages(
            MakeConfidential makeConfidential,
            ConfidentialCases confidential,
            HiddenCases hidden,
            SupportCases cases,
            Submissions submissions,
            PersonDirectory people) {
        this.makeConfidential = makeConfidential;
        this.confidential = confidential;
        this.hidden = hidden;
        this.cases = cases;
        this.submissions = submissions;
        this.people = people;
    }

    @GetMapping("/confidential/{reference}")
    String show(@PathVariable("reference") String number, Authentication reader, Model model) {
        return show(seen(number, reader), Map.of(), Set.of(), List.of(), model);
    }

    @PostMapping("/confidential/{reference}")
    String make(
            @PathVariable("reference") String number,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "people", required = false) List<String> chosen,
            Authentication reader,
            Model model,
            RedirectAttributes after) {
        CaseReference reference = seen(number, reader);
        List<String> named = chosen == null ? List.of() : chosen;
        Map<String, String> typed = InterestForms.typed(sent, FIELDS);
        try {
            MakeConfidential.Form form = submissions.read(
                    MakeConfidential.Form.class, Map.of("reason", typed.get("reason"), "people", named));
            makeConfidential.make(reference, form, reader.getName());
        } catch (Refusal refusal) {
            return show(reference, typed, Set.copyOf(named), refusal.problems(), model);
        }
        return done(reference, "From now on only the people named below see this case.", after);
    }

    @PostMapping("/confidential/{reference}/name")
    String name(
            @PathVariable("reference") String number,
            @RequestParam Map<String, String> sent,
            Authentication reader,
            Model model,
            RedirectAttributes after) {
        CaseReference reference = seen(number, reader);
        Map<String, String> typed = InterestForms.typed(sent, List.of("person", "reason"));
        try {
            makeConfidential.name(reference, submissions.read(MakeConfidential.Name.class, typed), reader.getName());
        } catch (Refusal refusal) {
            return show(reference, typed, Set.of(), refusal.problems(), model);
        }
        return done(reference, "%s sees the case now.".formatted(people.nameOf(typed.get("person"))), after);
    }

    @PostMapping("/confidential/{reference}/remove")
    String remove(
            @PathVariable("reference") String number,
            @RequestParam(defaultValue = "") String person,
            Authentication reader,
            Model model,
            RedirectAttributes after) {
        CaseReference reference = seen(number, reader);
        try {
            makeConfidential.remove(reference, person, reader.getName());
        } catch (Refusal refusal) {
            return show(reference, Map.of(), Set.of(), refusal.problems(), model);
        }
        String done = "%s no longer sees the case.".formatted(people.nameOf(person));
        if (person.equals(reader.getName())) {
            after.addFlashAttribute("done", "You no longer see the case.");
            return "redirect:/confidential";
        }
        return done(reference, done, after);
    }

    @PostMapping("/confidential/{reference}/lift")
    String lift(
            @PathVariable("reference") String number,
            @RequestParam Map<String, String> sent,
            Authentication reader,
            Model model,
            RedirectAttributes after) {
        CaseReference reference = seen(number, reader);
        Map<String, String> typed = InterestForms.typed(sent, List.of("liftReason"));
        try {
            makeConfidential.lift(reference, submissions.read(MakeConfidential.Lift.class, typed), reader.getName());
        } catch (Refusal refusal) {
            return show(reference, typed, Set.of(), refusal.problems(), model);
        }
        return done(reference, "The case is not confidential any more.", after);
    }

    private static String done(CaseReference reference, String sentence, RedirectAttributes after) {
        after.addFlashAttribute("done", sentence);
        return "redirect:/confidential/" + reference;
    }

    private CaseReference seen(String number, Authentication reader) {
        return CaseReference.read(number)
                .filter(reference -> !hidden.hides(reference, reader.getName()))
                .filter(reference -> cases.find(reference).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(
            CaseReference reference,
            Map<String, String> sent,
            Set<String> chosen,
            List<Problem> problems,
            Model model) {
        ConfidentialCase found = confidential.find(reference).orElse(null);
        model.addAttribute("reference", reference);
        model.addAttribute("confidential", found);
        model.addAttribute(
                "candidates",
                makeConfidential.candidates(reference).stream()
                        .filter(person -> found == null || !found.names(person.id()))
                        .toList());
        model.addAttribute(
                "names",
                found == null
                        ? people.namesThen(List.of())
                        : people.namesThen(Stream.concat(
                                        Stream.of(found.madeBy()),
                                        found.named().stream()
                                                .flatMap((NamedPerson one) -> Stream.of(one.person(), one.by())))
                                .distinct()
                                .toList()));
        model.addAttribute("typed", InterestForms.typed(sent, FIELDS));
        model.addAttribute("chosen", chosen);
        model.addAttribute("problems", problems);
        return "hiddencase/confidential-case";
    }
}
