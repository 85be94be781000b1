package org.rovingpm.account.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rovingpm.access.Names;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.web.Option;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which administrators search the log of security. */
@Controller
class SecurityLogPages {

    private static final int A_PAGE = 50;
    private static final int LAST_PAGE = 200;
    private static final int DAYS = 30;

    private final SecurityLog log;
    private final PersonDirectory people;
    private final Clock clock;

    SecurityLogPages(SecurityLog log, PersonDirectory people, Clock clock) {
        this.log = log;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/security-log")
    String search(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(required = false) SecurityEvent.Kind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        LocalDate from = since == null ? LocalDate.now(clock).minusDays(DAYS) : since;
        int shown = Math.min(Math.max(page, 1), LAST_PAGE);
        List<SecurityEvent> found = log.find(person.strip(), kind, from, (shown - 1) * A_PAGE, A_PAGE + 1);
        List<SecurityEvent> rows = found.stream().limit(A_PAGE).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "names",
                people.namesThen(rows.stream()
                        .flatMap(one -> Stream.of(one.person(), one.by()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        model.addAttribute("people", peopleSince(from, person.strip()));
        model.addAttribute("kinds", SecurityEvent.Kind.values());
        model.addAttribute("person", person.strip());
        model.addAttribute("kind", kind);
        model.addAttribute("since", from);
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > A_PAGE && shown < LAST_PAGE);
        return "account/security-log";
    }

    /** By name; one who is asked for is among them even where nothing is about them. */
    private List<Option> peopleSince(LocalDate since, String asked) {
        List<String> all = Stream.concat(
                        log.people(since).stream(), Stream.of(asked).filter(id -> !id.isEmpty()))
                .distinct()
                .toList();
        Names names = people.namesThen(all);
        return all.stream()
                .map(id -> new Option(id, names.of(id).equals(id) ? id : "%s (%s)".formatted(names.of(id), id)))
                .sorted(Comparator.comparing(Option::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
