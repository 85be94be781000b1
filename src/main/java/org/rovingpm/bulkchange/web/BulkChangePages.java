package org.rovingpm.bulkchange.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.bulkchange.BulkChange;
import org.rovingpm.bulkchange.BulkChanges;
import org.rovingpm.bulkchange.BulkItemQuery;
import org.rovingpm.bulkchange.StartBulkChange;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.StuckCaseFilter;
import org.rovingpm.stuck.StuckCases;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages on which managers start bulk changes and see the result of each item. */
@Controller
class BulkChangePages {

    private static final int LATEST = 20;
    private static final int A_PAGE = 50;
    private static final int FAULTY = 50;
    private static final List<String> FIELDS =
            List.of("kind", "person", "toPerson", "days", "failing", "reason", "confirmed", "key");

    private final StartBulkChange startBulkChange;
    private final BulkChanges changes;
    private final StuckCases stuckCases;
    private final StaffDirectory staff;
    private final PersonDirectory people;
    private final Submissions submissions;
    private final DeclaredAccess declared;

    BulkChangePages(
            StartBulkChange startBulkChange,
            BulkChanges changes,
            StuckCases stuckCases,
            StaffDirectory staff,
            PersonDirectory people,
            Submissions submissions,
            DeclaredAccess declared) {
        this.startBulkChange = startBulkChange;
        this.changes = changes;
        this.stuckCases = stuckCases;
        this.staff = staff;
        this.people = people;
        this.submissions = submissions;
        this.declared = declared;
    }

    private static Viewer viewer(Authentication person) {
        return new Viewer(
                person.getName(),
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }

    @GetMapping("/bulk")
    String form(
            @RequestParam(defaultValue = "") String failing,
            @RequestParam(defaultValue = "") String pm,
            Authentication person,
            Model model) {
        Map<String, String> typed = new HashMap<>();
        FIELDS.forEach(field -> typed.put(field, ""));
        typed.put("key", UUID.randomUUID().toString());
        if (!failing.isEmpty()) {
            typed.put("kind", BulkChange.Kind.RETRY.name());
            typed.put("failing", failing);
        } else if (!pm.isEmpty()) {
            typed.put("kind", BulkChange.Kind.FIND_ANOTHER_PM.name());
            typed.put("person", pm);
        }
        return show(viewer(person), typed, List.of(), model);
    }

    @PostMapping("/bulk")
    String start(@RequestParam Map<String, String> sent, Authentication person, Model model) {
        Map<String, String> typed = new HashMap<>();
        FIELDS.forEach(field -> typed.put(field, sent.getOrDefault(field, "").strip()));
        Map<String, Object> filled = new HashMap<>(typed);
        filled.remove("key");
        filled.values().removeIf(""::equals);
        if (!typed.get("days").isEmpty() && typed.get("days").matches("\\d{1,4}")) {
            filled.put("days", Integer.valueOf(typed.get("days")));
        }
        try {
            StartBulkChange.Form form = submissions.read(StartBulkChange.Form.class, filled);
            if (form.kind() == BulkChange.Kind.FIND_ANOTHER_PM && !Boolean.TRUE.equals(form.confirmed())) {
                return confirm(startBulkChange.wouldChange(viewer(person), form), typed, model);
            }
            return "redirect:/bulk/" + startBulkChange.start(viewer(person), form, key(typed));
        } catch (Refusal refusal) {
            return show(viewer(person), typed, refusal.problems(), model);
        }
    }

    /** Names the practices that lose their PM, before they do. */
    private String confirm(List<BulkItemQuery.Row> rows, Map<String, String> typed, Model model) {
        model.addAttribute("rows", rows);
        model.addAttribute("typed", typed);
        model.addAttribute("name", people.nameOf(typed.get("person")));
        return "bulkchange/confirm";
    }

    private static String key(Map<String, String> typed) {
        if (!typed.get("key").matches("[0-9a-f-]{36}")) {
            throw new Refusal("This page could not be read: open it again.");
        }
        return typed.get("key");
    }

    private String show(Viewer viewer, Map<String, String> typed, List<Problem> problems, Model model) {
        List<BulkChange.Kind> kinds = Stream.of(BulkChange.Kind.values())
                .filter(kind -> kind == BulkChange.Kind.RETRY ? viewer.mayRetry() : viewer.mayReassign())
                .toList();
        List<StaffDirectory.Person> office = new ArrayList<>();
        if (viewer.mayReassign()) {
            declared.teams().stream()
                    .sorted()
                    .flatMap(role -> staff.of(role).stream())
                    .distinct()
                    .forEach(office::add);
        }
        List<StaffDirectory.Person> everybody = viewer.mayReassign()
                ? Stream.concat(office.stream(), staff.of(Role.ROVING_PM).stream())
                        .distinct()
                        .toList()
                : List.of();
        List<BulkChange> latest = changes.latest(LATEST).stream()
                .filter(change -> kinds.contains(change.kind()))
                .toList();
        model.addAllAttributes(Map.of(
                "typed",
                typed,
                "problems",
                problems,
                "kinds",
                kinds,
                "office",
                office,
                "latest",
                latest,
                "names",
                people.namesThen(
                        latest.stream().map(BulkChange::askedBy).distinct().toList()),
                "everybody",
                everybody,
                "faulty",
                stuckCases.of(viewer, new StuckCaseFilter(Cause.FAULTY_VERSION, null, null, null), 0, FAULTY)));
        return "bulkchange/start";
    }

    @GetMapping("/bulk/{id}")
    String progress(
            @PathVariable long id, @RequestParam(defaultValue = "1") int page, Authentication person, Model model) {
        Viewer viewer = viewer(person);
        BulkChange change = changes.find(id)
                .filter(found -> found.kind() == BulkChange.Kind.RETRY ? viewer.mayRetry() : viewer.mayReassign())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int shown = Math.min(Math.max(page, 1), StartBulkChange.MOST / A_PAGE);
        List<BulkChange.Row> rows = changes.rows(id, viewer.user(), (shown - 1) * A_PAGE, A_PAGE + 1);
        model.addAllAttributes(Map.of(
                "change",
                change,
                "progress",
                changes.progress(id, viewer.user()),
                "rows",
                rows.stream().limit(A_PAGE).toList(),
                "page",
                shown,
                "more",
                rows.size() > A_PAGE,
                "names",
                people.namesThen(Stream.of(change.askedBy(), change.person(), change.toPerson())
                        .filter(user -> user != null)
                        .distinct()
                        .toList())));
        return "bulkchange/progress";
    }
}
