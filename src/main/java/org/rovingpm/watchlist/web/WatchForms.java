package org.rovingpm.watchlist.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.PracticeSearch;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.watchlist.WarningSigns;
import org.rovingpm.watchlist.WatchedPractice;
import org.rovingpm.watchlist.Watcher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of the watch list share: who reads them, the search for a practice, and the fields of what was noticed. */
@Component
class WatchForms {

    static final List<String> NOTICED = List.of("sign", "whatNoticed", "noticedOn", "noticedBy", "lookAgainOn");

    private final PracticeSearch search;
    private final Practices practices;
    private final WarningSigns signs;
    private final PersonDirectory people;

    WatchForms(PracticeSearch search, Practices practices, WarningSigns signs, PersonDirectory people) {
        this.search = search;
        this.practices = practices;
        this.signs = signs;
        this.people = people;
    }

    /** For nobody else is there such a page, whatever way they came. */
    static Watcher watcher(Authentication person) {
        return Watcher.of(
                        person.getName(),
                        person.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .toList())
                .orElseThrow(WatchForms::unknown);
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** What was sent of these fields, without spaces around it; empty for those that are missing. */
    static Map<String, String> typed(Map<String, String> sent, List<String> fields) {
        Map<String, String> typed = new HashMap<>();
        // Browsers send two characters for a line break, which would count twice
        fields.forEach(field -> typed.put(
                field, sent.getOrDefault(field, "").replace("\r\n", "\n").strip()));
        return typed;
    }

    static Map<String, String> typed(WatchedPractice watched) {
        Map<String, String> typed = new HashMap<>();
        typed.put("sign", watched.sign().code());
        typed.put("whatNoticed", watched.whatNoticed());
        typed.put("noticedOn", watched.noticedOn().toString());
        typed.put("noticedBy", watched.noticedBy());
        typed.put(
                "lookAgainOn",
                watched.lookAgainOn() == null ? "" : watched.lookAgainOn().toString());
        return typed;
    }

    /** As a field is filled in at first, for somebody who has noticed something today. */
    Map<String, String> noticedToday(String today, Authentication person) {
        Map<String, String> typed = typed(Map.of(), NOTICED);
        typed.put("noticedOn", today);
        typed.put("noticedBy", people.nameOf(person.getName()));
        return typed;
    }

    /** The fields of what was noticed, as they were typed. */
    void showFields(Map<String, String> typed, List<Problem> problems, Model model) {
        model.addAttribute("signs", signs.offered());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
    }

    /** The practices that match, and the one that was chosen. */
    void showPractices(String q, String odsCode, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", q.isBlank() ? null : search.find(q));
        model.addAttribute(
                "chosen", OdsCode.of(odsCode).flatMap(practices::find).orElse(null));
    }
}
