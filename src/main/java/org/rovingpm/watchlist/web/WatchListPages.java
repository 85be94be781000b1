package org.rovingpm.watchlist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.watchlist.WatchList;
import org.rovingpm.watchlist.WatchPractice;
import org.rovingpm.watchlist.WatchQuery;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of practices to watch, and putting one on it. */
@Controller
class WatchListPages {

    private final WatchList watchList;
    private final WatchPractice watchPractice;
    private final WatchForms forms;
    private final Submissions submissions;
    private final Clock clock;

    WatchListPages(
            WatchList watchList, WatchPractice watchPractice, WatchForms forms, Submissions submissions, Clock clock) {
        this.watchList = watchList;
        this.watchPractice = watchPractice;
        this.forms = forms;
        this.submissions = submissions;
        this.clock = clock;
    }

    @GetMapping(WatchAddress.PAGE)
    String all(@RequestParam Map<String, String> sent, Authentication person, Model model) {
        WatchAddress address = WatchAddress.read(sent);
        WatchList.Found found =
                watchList.page(WatchForms.watcher(person), address.query(), address.first(), WatchAddress.A_PAGE);
        model.addAttribute("address", address);
        model.addAttribute("choices", WatchQuery.Shown.values());
        model.addAttribute("rows", found.practices());
        model.addAttribute("count", found.count());
        model.addAttribute("nextPage", found.count() > address.first() + WatchAddress.A_PAGE);
        model.addAttribute("today", LocalDate.now(clock));
        return "watchlist/watch-list";
    }

    @GetMapping(WatchAddress.PAGE + "/add")
    String form(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String practice,
            Authentication person,
            Model model) {
        WatchForms.watcher(person);
        return showForm(q, practice, forms.noticedToday(LocalDate.now(clock).toString(), person), List.of(), model);
    }

    @PostMapping(WatchAddress.PAGE + "/add")
    ModelAndView add(
            @RequestParam Map<String, String> sent, Authentication person, Model model, RedirectAttributes after) {
        Map<String, String> typed = WatchForms.typed(sent, WatchForms.NOTICED);
        String practice = sent.getOrDefault("practice", "");
        try {
            long id = watchPractice.add(
                    WatchForms.watcher(person), practice, submissions.read(WatchPractice.Noticed.class, typed));
            after.addFlashAttribute("done", "The practice is on the watch list.");
            return new ModelAndView("redirect:" + WatchAddress.PAGE + "/" + id);
        } catch (Refusal refusal) {
            return new ModelAndView(
                    showForm("", practice, typed, refusal.problems(), model),
                    model.asMap(),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private String showForm(String q, String practice, Map<String, String> typed, List<Problem> problems, Model model) {
        forms.showPractices(q, practice, model);
        forms.showFields(typed, problems, model);
        return "watchlist/add";
    }
}
