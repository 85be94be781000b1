package org.rovingpm.caselist.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.caselist.SaveView;
import org.rovingpm.caselist.SavedView;
import org.rovingpm.caselist.SavedViews;
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

/** The pages on which a view of the list is saved by name, shared, renamed and removed. */
@Controller
class CaseViewPages {

    private final SaveView saveView;
    private final SavedViews views;
    private final CaseAddressReader addresses;
    private final Submissions submissions;

    CaseViewPages(SaveView saveView, SavedViews views, CaseAddressReader addresses, Submissions submissions) {
        this.saveView = saveView;
        this.views = views;
        this.addresses = addresses;
        this.submissions = submissions;
    }

    /** @param view what the list showed, as its address says it */
    @GetMapping("/case-views/new")
    String form(@RequestParam(defaultValue = "") String view, Authentication person, Model model) {
        CaseReader reader = CaseListPages.reader(person);
        return show(null, addresses.read(view, reader), Map.of(), List.of(), reader, model);
    }

    @PostMapping("/case-views")
    String save(
            @RequestParam(defaultValue = "") String view,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        CaseReader reader = CaseListPages.reader(person);
        CaseAddress address = addresses.read(view, reader);
        Map<String, String> typed = typed(sent);
        try {
            saveView.save(reader, submissions.read(SaveView.Form.class, typed), address.view());
        } catch (Refusal refusal) {
            return show(null, address, typed, refusal.problems(), reader, model);
        }
        after.addFlashAttribute("done", "The view “%s” has been saved.".formatted(typed.get("name")));
        return "redirect:" + address.page(1);
    }

    @GetMapping("/case-views/{id:\\d{1,18}}")
    String one(@PathVariable long id, Authentication person, Model model) {
        CaseReader reader = CaseListPages.reader(person);
        SavedView view = own(id, reader).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, String> typed = Map.of(
                "name",
                view.name(),
                "sharedWith",
                Optional.ofNullable(view.sharedWith()).map(Role::group).orElse(""));
        return show(view, addresses.read(view.shown(), reader), typed, List.of(), reader, model);
    }

    @PostMapping("/case-views/{id:\\d{1,18}}")
    String change(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        CaseReader reader = CaseListPages.reader(person);
        Optional<SavedView> view = own(id, reader);
        if (view.isEmpty()) {
            return gone(after);
        }
        CaseAddress address = addresses.read(view.get().shown(), reader);
        Map<String, String> typed = typed(sent);
        try {
            saveView.change(reader, id, submissions.read(SaveView.Form.class, typed));
        } catch (Refusal refusal) {
            return show(view.get(), address, typed, refusal.problems(), reader, model);
        }
        after.addFlashAttribute("done", "The view “%s” has been saved.".formatted(typed.get("name")));
        return "redirect:" + address.page(1);
    }

    /** Sent twice, it says the same twice. */
    @PostMapping("/case-views/{id:\\d{1,18}}/remove")
    String remove(@PathVariable long id, Authentication person, RedirectAttributes after) {
        views.remove(id, person.getName());
        return gone(after);
    }

    private static String gone(RedirectAttributes after) {
        after.addFlashAttribute("done", "The view is there no longer.");
        return "redirect:" + CaseAddress.PAGE;
    }

    private Optional<SavedView> own(long id, CaseReader reader) {
        return views.find(id, reader.person());
    }

    private static Map<String, String> typed(Map<String, String> sent) {
        return Map.of(
                "name", sent.getOrDefault("name", "").strip(),
                "sharedWith", sent.getOrDefault("sharedWith", "").strip());
    }

    private static String show(
            SavedView view,
            CaseAddress address,
            Map<String, String> typed,
            List<Problem> problems,
            CaseReader reader,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("address", address);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "teams",
                reader.roles().stream().sorted(Comparator.naturalOrder()).toList());
        model.addAttribute("heading", reader.listName().orElseThrow());
        return "caselist/view";
    }
}
