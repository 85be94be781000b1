package org.rovingpm.hiddencase.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.hiddencase.DeclaredInterest;
import org.rovingpm.hiddencase.InterestKinds;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.PracticeSearch;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of interests share: the search for a practice, and the fields of a declaration. */
@Component
class InterestForms {

    static final List<String> FIELDS = List.of("practice", "kind", "reason", "since", "until");

    private final PracticeSearch search;
    private final Practices practices;
    private final InterestKinds kinds;

    InterestForms(PracticeSearch search, Practices practices, InterestKinds kinds) {
        this.search = search;
        this.practices = practices;
        this.kinds = kinds;
    }

    /** What was sent of these fields, without spaces around it; empty for those that are missing. */
    static Map<String, String> typed(Map<String, String> sent, List<String> fields) {
        Map<String, String> typed = new HashMap<>();
        fields.forEach(field -> typed.put(field, sent.getOrDefault(field, "").strip()));
        return typed;
    }

    static Map<String, String> typed(DeclaredInterest interest) {
        Map<String, String> typed = typed(Map.of(), FIELDS);
        typed.put("practice", interest.practice().value());
        typed.put("kind", interest.kind() == null ? "" : interest.kind().code());
        typed.put("reason", interest.reason());
        typed.put("since", interest.since().toString());
        typed.put("until", interest.until() == null ? "" : interest.until().toString());
        return typed;
    }

    /** Shows the practices that match, and the fields where one has been chosen. */
    void show(String q, Map<String, String> typed, List<Problem> problems, Model model) {
        Practice chosen =
                OdsCode.of(typed.get("practice")).flatMap(practices::find).orElse(null);
        model.addAttribute("q", q);
        model.addAttribute("found", q.isBlank() ? null : search.find(q));
        model.addAttribute("chosen", chosen);
        model.addAttribute("kinds", kinds.offered());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
    }
}
