package org.rovingpm.supportcase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.PracticeSearch;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.RequestPage;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The questions, a few at a time. Each page saves its answers when they are complete and leads to the next; with
 * {@code change} it leads back to the check of all answers. Opening a page changes nothing.
 */
@Controller
@RequestMapping(Journey.PATHS)
class RequestPages {

    /** A field that no person sees, and programs fill in. */
    static final String TRAP = "leave-empty";

    private static final String NOTHING_TO_SEARCH_FOR =
            "Type the name of the practice, its postcode or its ODS code, then search.";

    private final Visitors visitors;
    private final WrittenAnswers answers;
    private final PracticeSearch search;
    private final Practices practices;
    private final ChoiceLists lists;

    RequestPages(
            Visitors visitors, WrittenAnswers answers, PracticeSearch search, Practices practices, ChoiceLists lists) {
        this.visitors = visitors;
        this.answers = answers;
        this.search = search;
        this.practices = practices;
        this.lists = lists;
    }

    @ModelAttribute
    void choices(@PathVariable("journey") String path, Model model) {
        model.addAttribute("journey", Journey.of(path));
        model.addAttribute("own", Journey.of(path) == Journey.REQUEST);
        model.addAttribute("hours", visitors.hoursUntilExpiry());
    }

    @GetMapping
    String start(@PathVariable("journey") String path, HttpServletRequest http, Model model) {
        Optional<HelpRequest> written =
                visitors.requestOf(Journey.of(path), http).filter(request -> !request.sent());
        model.addAttribute(
                "continueAt",
                written.map(request -> answers.firstMissing(Journey.of(path), request))
                        .orElse(null));
        return "supportcase/request/start";
    }

    @GetMapping("/{page}")
    String ask(
            @PathVariable("journey") String path,
            @PathVariable("page") String pagePath,
            HttpServletRequest http,
            Model model) {
        Journey journey = Journey.of(path);
        RequestPage page = page(journey, pagePath);
        Map<String, List<String>> typed = visitors.requestOf(journey, http)
                .filter(request -> !request.sent())
                .map(HelpRequest::answers)
                .orElse(Map.of());
        return page(journey, page, PageForm.of(RequestHelp.Form.class, typed), http, model);
    }

    @PostMapping("/{page}")
    String answer(
            @PathVariable("journey") String path,
            @PathVariable("page") String pagePath,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model) {
        Journey journey = Journey.of(path);
        RequestPage page = page(journey, pagePath);
        Optional<HelpRequest> written = visitors.requestOf(journey, http);
        if (written.isPresent() && written.get().sent() && !isSet(http, "another")) {
            return "redirect:" + journey.at("sent");
        }
        PageForm sent = PageForm.sent(RequestHelp.Form.class, http.getParameterMap());
        if (page == RequestPage.PRACTICE && isBlank(sent.text("odsCode")) && !isBlank(http.getParameter("q"))) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath(journey.at(page))
                            .queryParam("q", "{q}")
                            .queryParam("change", isSet(http, "change"))
                            .queryParam("another", isSet(http, "another"))
                            .build(http.getParameter("q"));
        }
        try {
            answers.check(journey, page, sent);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(journey, page, sent.with(onThisPage(journey, page, refusal.problems(), sent)), http, model);
        }
        Optional<HelpRequest> unsent = written.filter(request -> !request.sent());
        visitors.save(journey, unsent, with(unsent, page, sent, http), http, response);
        return "redirect:" + (isSet(http, "change") ? journey.at("check") : journey.after(page));
    }

    private String page(Journey journey, RequestPage page, PageForm form, HttpServletRequest http, Model model) {
        boolean change = isSet(http, "change");
        model.addAllAttributes(Map.of(
                "form",
                form,
                "here",
                journey.at(page),
                "step",
                journey.pages().indexOf(page) + 1,
                "steps",
                journey.pages().size(),
                "change",
                change,
                "another",
                isSet(http, "another"),
                "back",
                change ? journey.at("check") : journey.before(page),
                "title",
                journey.wording(page.title())));
        if (page == RequestPage.PRACTICE) {
            addPractices(form, http.getParameter("q"), model);
            return "supportcase/request/practice";
        }
        model.addAttribute("introduction", page.introduction());
        model.addAttribute("fields", Question.on(page, journey, lists));
        model.addAttribute("trap", page == RequestPage.CONTACT ? TRAP : null);
        return "supportcase/request/questions";
    }

    private void addPractices(PageForm form, String typed, Model model) {
        Map<String, Object> found = new HashMap<>();
        if (!isBlank(typed)) {
            found.put("q", typed);
            found.put("found", search.find(typed));
        } else if (form.problems().isEmpty()) {
            OdsCode.of(form.text("odsCode")).flatMap(practices::find).ifPresent(chosen -> found.put("chosen", chosen));
        }
        model.addAllAttributes(found);
    }

    /** The answers saved so far, with those of this page in place of its earlier ones. */
    private static Map<String, List<String>> with(
            Optional<HelpRequest> written, RequestPage page, PageForm sent, HttpServletRequest http) {
        Map<String, List<String>> all =
                new LinkedHashMap<>(written.map(HelpRequest::answers).orElse(Map.of()));
        Set<String> keys = WrittenAnswers.keys(page);
        all.keySet().removeIf(box -> keys.contains(PageForm.fieldOf(box)));
        sent.typed().forEach((box, values) -> {
            if (keys.contains(PageForm.fieldOf(box))) {
                all.put(box, values);
            }
        });
        if (!isBlank(http.getParameter(TRAP))) {
            all.put(TRAP, List.of("filled"));
        }
        return all;
    }

    /** The page that asks for the practice has a search box in place of its field. */
    private static List<Problem> onThisPage(Journey journey, RequestPage page, List<Problem> problems, PageForm sent) {
        if (page == RequestPage.PRACTICE) {
            return isBlank(sent.text("odsCode"))
                    ? List.of(new Problem("q", NOTHING_TO_SEARCH_FOR))
                    : problems.stream()
                            .map(problem -> new Problem("q", problem.sentence()))
                            .toList();
        }
        return journey.wording(problems);
    }

    private static boolean isSet(HttpServletRequest http, String parameter) {
        return "true".equals(http.getParameter(parameter));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static RequestPage page(Journey journey, String path) {
        return journey.page(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The practices that the search box suggests while somebody types. */
    @ResponseBody
    @GetMapping("/practices")
    PracticeSearch.Result practices(@RequestParam(defaultValue = "") String q) {
        return search.find(q);
    }
}
