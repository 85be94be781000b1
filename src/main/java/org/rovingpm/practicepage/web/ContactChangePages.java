package org.rovingpm.practicepage.web;

import java.util.List;
import java.util.stream.Collectors;
import org.rovingpm.practice.Practices;
import org.rovingpm.practicepage.ContactChange;
import org.rovingpm.practicepage.ContactChanges;
import org.rovingpm.practicepage.DecideContactChange;
import org.rovingpm.submission.Refusal;
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

/** The other contacts that practices have asked for: the office confirms or refuses each. */
@Controller
class ContactChangePages {

    private static final String PAGE = "/contact-changes";
    private static final int MOST = 100;

    private final ContactChanges changes;
    private final DecideContactChange decideContactChange;
    private final Practices practices;

    ContactChangePages(ContactChanges changes, DecideContactChange decideContactChange, Practices practices) {
        this.changes = changes;
        this.decideContactChange = decideContactChange;
        this.practices = practices;
    }

    @GetMapping(PAGE)
    String all(Authentication person, Model model) {
        List<ContactChange> waiting = changes.waiting(person.getName(), MOST);
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "practices",
                practices
                        .findAll(waiting.stream()
                                .map(ContactChange::practice)
                                .distinct()
                                .toList())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(one -> one.getKey().value(), one -> one.getValue()
                                .name())));
        return "practicepage/contact-changes";
    }

    @PostMapping(PAGE + "/{id:\\d{1,18}}")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            Authentication person,
            RedirectAttributes after) {
        ContactChange change =
                changes.find(id, person.getName()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!List.of("confirm", "refuse").contains(decision)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        boolean confirmed = decision.equals("confirm");
        try {
            decideContactChange.decide(change, confirmed, person.getName());
        } catch (Refusal refusal) {
            after.addFlashAttribute("problem", refusal.getMessage());
            return "redirect:" + PAGE;
        }
        after.addFlashAttribute(
                "done",
                confirmed
                        ? "%s is the contact now. The earlier links have ended, and both mailboxes are told."
                                .formatted(change.after().contactName())
                        : "%s stays the contact.".formatted(change.before().contactName()));
        return "redirect:" + PAGE;
    }
}
