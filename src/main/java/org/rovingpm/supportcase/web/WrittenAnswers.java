package org.rovingpm.supportcase.web;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.RequestField;
import org.rovingpm.supportcase.RequestFields;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.RequestPage;
import org.rovingpm.supportcase.practices.JoiningRules;
import org.rovingpm.supportcase.request.HelpRequest;
import org.rovingpm.web.PageForm;
import org.springframework.stereotype.Component;

/** Checks the answers by the rules of the request, a page at a time and all together: the same rules as in Tasklist. */
@Component
class WrittenAnswers {

    private static final String SINCE = "since";

    private final Submissions submissions;
    private final RequestHelp requestHelp;

    WrittenAnswers(Submissions submissions, RequestHelp requestHelp) {
        this.submissions = submissions;
        this.requestHelp = requestHelp;
    }

    /** Refuses what is wrong with the answers of one page. */
    void check(Journey journey, RequestPage page, PageForm sent) {
        Set<String> keys = keys(page);
        Set<String> fields = new HashSet<>(keys);
        if (page == RequestPage.CONSENT) {
            fields.add(RequestFields.REFERRED.key());
        }
        List<Problem> problems =
                requestHelp
                        .problems(submissions.readSome(RequestHelp.Form.class, values(journey, sent), fields))
                        .stream()
                        .filter(problem -> keys.contains(problem.field()))
                        .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** @return the names of the fields that the page asks */
    static Set<String> keys(RequestPage page) {
        return RequestFields.on(page).stream().map(RequestField::key).collect(Collectors.toSet());
    }

    /** @return the whole request; a refusal where answers are missing or have become wrong since they were given */
    RequestHelp.Form all(Journey journey, HelpRequest request) {
        return taken(journey, request, PageForm.empty(RequestHelp.Form.class)).request();
    }

    /**
     * As {@link #all}, with what the last page asks of a referral: who is to see the case if it is confidential.
     *
     * @param last the last page as it was sent
     */
    RequestHelp.TakenRequest taken(Journey journey, HelpRequest request, PageForm last) {
        Map<String, Object> values = values(journey, PageForm.of(RequestHelp.Form.class, request.answers()));
        if (journey == Journey.REFERRAL) {
            values.putAll(last.values());
        }
        values.put(JoiningRules.FIELD, FurtherBoxes.values(request.answers()));
        RequestHelp.TakenRequest taken = submissions.read(RequestHelp.TakenRequest.class, values);
        List<Problem> problems = requestHelp.problems(taken.request());
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return taken;
    }

    /** @return the address of the first page that still needs an answer, or of the check of all answers */
    String firstMissing(Journey journey, HelpRequest request) {
        try {
            all(journey, request);
            return journey.at("check");
        } catch (Refusal refusal) {
            if (refusal.problems().stream().anyMatch(WrittenAnswers::isOfFurtherPractice)) {
                return journey.at(FurtherPracticePages.OTHERS);
            }
            return firstOf(journey, refusal).map(journey::at).orElse(journey.at("check"));
        }
    }

    static boolean isOfFurtherPractice(Problem problem) {
        return problem.field() != null && problem.field().startsWith(JoiningRules.FIELD);
    }

    private static Optional<RequestPage> firstOf(Journey journey, Refusal refusal) {
        return journey.pages().stream()
                .filter(page -> refusal.problems().stream()
                        .anyMatch(problem -> keys(page).contains(problem.field())))
                .findFirst();
    }

    private static Map<String, Object> values(Journey journey, PageForm form) {
        Map<String, Object> values = new LinkedHashMap<>(withWholeMonth(form).values());
        values.put(RequestFields.REFERRED.key(), journey == Journey.REFERRAL);
        return values;
    }

    /** Somebody who knows only the month leaves the day empty: then it is about the first. */
    private static PageForm withWholeMonth(PageForm form) {
        boolean onlyMonth = isBlank(form.text(SINCE + "-day"))
                && !isBlank(form.text(SINCE + "-month"))
                && !isBlank(form.text(SINCE + "-year"));
        if (!onlyMonth) {
            return form;
        }
        Map<String, List<String>> typed = new LinkedHashMap<>(form.typed());
        typed.put(SINCE + "-day", List.of("1"));
        typed.put("sinceAbout", List.of("true"));
        return PageForm.of(RequestHelp.Form.class, typed);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
