package org.rovingpm.supportcase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.PracticeSearch;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.RequestAnswers.FurtherPractice;
import org.rovingpm.supportcase.practices.JoiningRules;
import org.rovingpm.supportcase.practices.JoiningRules.By;
import org.rovingpm.supportcase.request.HelpRequest;
import org.rovingpm.web.PageForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The other practices that a request is for, such as those that merge: most requests have none, so that these pages are reached from
 * the check of all answers. Each is found in the register as the first is, and has a contact of its own.
 */
@Controller
@RequestMapping(Journey.PATHS + "/" + FurtherPracticePages.OTHERS)
class FurtherPracticePages {

    static final String OTHERS = "others";

    private static final String ADD = OTHERS + "/add";
    private static final String CODE = "odsCode";

    private final Visitors visitors;
    private final WrittenAnswers answers;
    private final Submissions submissions;
    private final JoiningRules rules;
    private final PracticeSearch search;
    private final Practices practices;

    FurtherPracticePages(
            Visitors visitors,
            WrittenAnswers answers,
            Submissions submissions,
            JoiningRules rules,
            PracticeSearch search,
            Practices practices) {
        this.visitors = visitors;
        this.answers = answers;
        this.submissions = submissions;
        this.rules = rules;
        this.search = search;
        this.practices = practices;
    }

    /**
     * A further practice in the list of them.
     *
     * @param contact whom to speak to there
     */
    record Row(OdsCode code, String name, String contact) {}

    @ModelAttribute
    void journey(@PathVariable("journey") String path, Model model) {
        Journey journey = Journey.of(path);
        model.addAttribute("journey", journey);
        model.addAttribute("own", journey == Journey.REQUEST);
        model.addAttribute("list", journey.at(OTHERS));
        model.addAttribute("add", journey.at(ADD));
        model.addAttribute("hours", visitors.hoursUntilExpiry());
    }

    @GetMapping
    String list(@PathVariable("journey") String path, HttpServletRequest http, Model model) {
        Journey journey = Journey.of(path);
        Optional<HelpRequest> written = unsent(journey, http);
        if (written.isEmpty()) {
            return "redirect:" + journey.start();
        }
        Map<String, List<String>> typed = written.get().answers();
        List<Row> further = FurtherBoxes.codes(typed).stream()
                .map(code -> row(code, FurtherBoxes.of(typed, code)))
                .toList();
        model.addAttribute("further", further);
        model.addAttribute("full", further.size() >= JoiningRules.MOST - 1);
        model.addAttribute("most", JoiningRules.MOST);
        model.addAttribute("back", journey.at("check"));
        model.addAttribute("next", answers.firstMissing(journey, written.get()));
        return "supportcase/request/others";
    }

    private Row row(OdsCode code, PageForm typed) {
        return new Row(
                code,
                practices.nameOf(code),
                "%s, %s, %s"
                        .formatted(typed.text("contactName"), typed.text("contactRole"), typed.text("contactEmail")));
    }

    @GetMapping("/add")
    String choose(
            @PathVariable("journey") String path,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(name = CODE, defaultValue = "") String code,
            HttpServletRequest http,
            Model model) {
        Journey journey = Journey.of(path);
        Optional<HelpRequest> written = unsent(journey, http);
        if (written.isEmpty()) {
            return "redirect:" + journey.start();
        }
        Optional<Practice> chosen = OdsCode.of(code).flatMap(practices::find);
        if (chosen.isPresent()) {
            OdsCode known = chosen.get().code();
            return details(journey, chosen.get(), FurtherBoxes.of(written.get().answers(), known), model);
        }
        model.addAttribute("q", typed);
        model.addAttribute("found", typed.isBlank() ? null : search.find(typed));
        model.addAttribute("back", journey.at(OTHERS));
        return "supportcase/request/others-choose";
    }

    @PostMapping("/add")
    String add(
            @PathVariable("journey") String path,
            @RequestParam(name = CODE, defaultValue = "") String code,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model) {
        Journey journey = Journey.of(path);
        Optional<HelpRequest> written = unsent(journey, http);
        if (written.isEmpty()) {
            return "redirect:" + journey.start();
        }
        Optional<Practice> chosen = OdsCode.of(code).flatMap(practices::find);
        if (chosen.isEmpty()) {
            return "redirect:" + journey.at(ADD);
        }
        OdsCode known = chosen.get().code();
        PageForm typed = PageForm.sent(FurtherPractice.class, http.getParameterMap());
        try {
            Map<String, List<String>> all = FurtherBoxes.with(written.get().answers(), known, typed);
            check(journey, all, known);
            visitors.save(journey, written, all, http, response);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return details(journey, chosen.get(), typed.with(refusal.problems()), model);
        }
        return "redirect:" + journey.at(OTHERS);
    }

    @PostMapping("/remove")
    String remove(
            @PathVariable("journey") String path,
            @RequestParam(name = CODE, defaultValue = "") String code,
            HttpServletRequest http,
            HttpServletResponse response) {
        Journey journey = Journey.of(path);
        Optional<HelpRequest> written = unsent(journey, http);
        Optional<OdsCode> removed = OdsCode.of(code);
        if (written.isPresent() && removed.isPresent()) {
            visitors.save(
                    journey, written, FurtherBoxes.without(written.get().answers(), removed.get()), http, response);
        }
        return "redirect:" + journey.at(OTHERS);
    }

    /** Refuses what is wrong with this one of the further practices, and one too many. */
    private void check(Journey journey, Map<String, List<String>> all, OdsCode code) {
        submissions.read(FurtherPractice.class, FurtherBoxes.of(all, code).values());
        List<OdsCode> codes = FurtherBoxes.codes(all);
        List<FurtherPractice> further = new ArrayList<>();
        FurtherBoxes.values(all).forEach(one -> further.add(submissions.read(FurtherPractice.class, one)));
        String leading = all.getOrDefault(CODE, List.of("")).get(0);
        String entry = "%s[%d].".formatted(JoiningRules.FIELD, codes.indexOf(code));
        List<Problem> problems =
                rules.problems(leading, further, journey == Journey.REQUEST ? By.PRACTICE : By.REFERRER, null).stream()
                        .filter(problem -> problem.field().startsWith(entry)
                                || problem.field().equals(JoiningRules.FIELD))
                        .map(problem -> problem.field().equals(JoiningRules.FIELD)
                                ? Problem.general(problem.sentence())
                                : new Problem(problem.field().substring(entry.length()), problem.sentence()))
                        .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private String details(Journey journey, Practice practice, PageForm form, Model model) {
        model.addAttribute("practice", practice);
        model.addAttribute("form", form);
        model.addAttribute("back", journey.at(ADD));
        return "supportcase/request/others-contact";
    }

    private Optional<HelpRequest> unsent(Journey journey, HttpServletRequest http) {
        return visitors.requestOf(journey, http).filter(request -> !request.sent());
    }
}
