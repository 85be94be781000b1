package org.rovingpm.supportcase.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rovingpm.submission.Problem;
import org.rovingpm.supportcase.RequestField.Wording;
import org.rovingpm.supportcase.RequestPage;

/** Who requests help, and so what is asked and in which words. */
enum Journey {

    /** A practice for itself. */
    REQUEST("request-help"),
    /** The liaison team for a practice, with its consent. */
    REFERRAL("refer");

    static final String PATHS = "/{journey:request-help|refer}";

    private final String path;

    Journey(String path) {
        this.path = path;
    }

    static Journey of(String path) {
        return Arrays.stream(values())
                .filter(journey -> journey.path.equals(path))
                .findFirst()
                .orElseThrow();
    }

    List<RequestPage> pages() {
        return Arrays.stream(RequestPage.values())
                .filter(page -> this == REFERRAL || page.forPractices())
                .toList();
    }

    Optional<RequestPage> page(String path) {
        return pages().stream().filter(page -> page.path().equals(path)).findFirst();
    }

    String wording(Wording wording) {
        return this == REQUEST ? wording.own() : wording.onBehalf();
    }

    /** What is wrong with the answers, as the person reads it who gave them: a contact who writes for themselves is no third person. */
    List<Problem> wording(List<Problem> problems) {
        return this == REFERRAL
                ? problems
                : problems.stream()
                        .map(problem -> new Problem(
                                problem.field(),
                                problem.sentence()
                                        .replace("The contact's", "Your")
                                        .replace("the contact's", "your")))
                        .toList();
    }

    public String start() {
        return "/" + path;
    }

    public String at(String page) {
        return start() + "/" + page;
    }

    public String at(RequestPage page) {
        return at(page.path());
    }

    /** The page after this one. */
    String after(RequestPage page) {
        int next = pages().indexOf(page) + 1;
        return next < pages().size() ? at(pages().get(next)) : at("check");
    }

    String before(RequestPage page) {
        int place = pages().indexOf(page);
        return place > 0 ? at(pages().get(place - 1)) : start();
    }
}
