package org.rovingpm.notification.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.access.People;
import org.rovingpm.notification.ChangeWording;
import org.rovingpm.notification.KnownFacts;
import org.rovingpm.notification.Wording;
import org.rovingpm.notification.Wordings;
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

/** Where managers read and change the wordings of messages. */
@Controller
class WordingPages {

    private final Wordings wordings;
    private final KnownFacts known;
    private final ChangeWording changeWording;
    private final Submissions submissions;
    private final People people;

    WordingPages(
            Wordings wordings, KnownFacts known, ChangeWording changeWording, Submissions submissions, People people) {
        this.wordings = wordings;
        this.known = known;
        this.changeWording = changeWording;
        this.submissions = submissions;
        this.people = people;
    }

    @GetMapping("/wordings")
    String all(Model model) {
        List<Wording> all = wordings.all();
        model.addAttribute("wordings", all);
        model.addAttribute(
                "names",
                people.namesOf(all.stream()
                        .map(Wording::changedBy)
                        .filter(who -> who != null)
                        .distinct()
                        .toList()));
        return "notification/wordings";
    }

    @GetMapping("/wordings/{name}")
    String one(@PathVariable String name, Model model) {
        Wording wording = wording(name);
        return show(
                wording,
                Map.of("subject", wording.subject(), "body", wording.body(), "after", Integer.toString(latest(name))),
                List.of(),
                model);
    }

    /** Shows the message on made-up facts, or puts the wording in force, whichever button was pressed. */
    @PostMapping("/wordings/{name}")
    String change(
            @PathVariable String name,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Wording wording = wording(name);
        Map<String, String> typed = new HashMap<>();
        Stream.of("subject", "body", "after").forEach(field -> typed.put(field, sent.getOrDefault(field, "")));
        try {
            ChangeWording.Form form = submissions.read(ChangeWording.Form.class, typed);
            if (sent.containsKey("preview")) {
                model.addAttribute("preview", changeWording.preview(name, form));
                return show(wording, typed, List.of(), model);
            }
            changeWording.change(name, form, person.getName());
        } catch (Refusal refusal) {
            return show(wording, typed, refusal.problems(), model);
        }
        after.addFlashAttribute("done", "The wording is in force from the next message on.");
        return "redirect:/wordings/" + name;
    }

    @PostMapping("/wordings/{name}/put-back")
    String putBack(
            @PathVariable String name,
            @RequestParam int after,
            Authentication person,
            Model model,
            RedirectAttributes flash) {
        Wording wording = wording(name);
        try {
            changeWording.putBack(name, after, person.getName());
        } catch (Refusal refusal) {
            return show(
                    wording,
                    Map.of("subject", wording.subject(), "body", wording.body(), "after", Integer.toString(after)),
                    refusal.problems(),
                    model);
        }
        flash.addFlashAttribute("done", "The packaged wording is in force again.");
        return "redirect:/wordings/" + name;
    }

    private String show(Wording wording, Map<String, String> typed, List<Problem> problems, Model model) {
        List<Wordings.Version> versions = wordings.versions(wording.name());
        model.addAllAttributes(Map.of(
                "wording",
                wording,
                "typed",
                typed,
                "problems",
                problems,
                "facts",
                known.of(wording),
                "roles",
                wording.to().stream().map(known::labelOf).toList(),
                "versions",
                versions,
                "names",
                people.namesOf(versions.stream()
                        .map(Wordings.Version::changedBy)
                        .distinct()
                        .toList())));
        return "notification/wording";
    }

    private int latest(String name) {
        return wordings.versions(name).stream()
                .findFirst()
                .map(Wordings.Version::number)
                .orElse(0);
    }

    private Wording wording(String name) {
        return wordings.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
