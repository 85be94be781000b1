package org.rovingpm.supportcase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.Office;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.confidential.CaseViewer;
import org.rovingpm.supportcase.request.HelpRequest;
import org.rovingpm.supportcase.request.SendRequest;
import org.rovingpm.web.Option;
import org.rovingpm.web.PageForm;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The end of the questions: all answers to be checked, sending them, and what happens next. */
@Controller
@RequestMapping(Journey.PATHS)
class SendPages {

    private final Visitors visitors;
    private final WrittenAnswers answers;
    private final SendRequest sendRequest;
    private final Practices practices;
    private final ChoiceLists lists;

    SendPages(
            Visitors visitors,
            WrittenAnswers answers,
            SendRequest sendRequest,
            Practices practices,
            ChoiceLists lists) {
        this.visitors = visitors;
        this.answers = answers;
        this.sendRequest = sendRequest;
        this.practices = practices;
        this.lists = lists;
    }

    @ModelAttribute
    void journey(@PathVariable("journey") String path, Model model) {
        model.addAttribute("journey", Journey.of(path));
        model.addAttribute("own", Journey.of(path) == Journey.REQUEST);
        model.addAttribute("hours", visitors.hoursUntilExpiry());
    }

    @GetMapping("/check")
    String check(
            @PathVariable("journey") String path,
            @RequestParam(required = false) String changed,
            HttpServletRequest http,
            Model model) {
        Journey journey = Journey.of(path);
        Optional<HelpRequest> written = visitors.requestOf(journey, http);
        if (written.isEmpty() || written.get().sent()) {
            return "redirect:" + (written.isEmpty() ? journey.start() : journey.at("sent"));
        }
        model.addAttribute("changed", changed != null);
        return check(journey, written.get(), PageForm.empty(Viewers.class), model);
    }

    private String check(Journey journey, HelpRequest request, PageForm form, Model model) {
        try {
            RequestHelp.TakenRequest taken = answers.taken(journey, request, PageForm.empty(RequestHelp.Form.class));
            RequestHelp.Form written = taken.request();
            model.addAttribute("form", form);
            model.addAttribute("viewers", viewers(journey, written));
            model.addAttribute(
                    "sections",
                    new CheckedAnswers(
                                    journey,
                                    written,
                                    practices
                                            .find(new OdsCode(written.odsCode()))
                                            .orElseThrow(),
                                    taken.furtherPractices().stream()
                                            .map(one -> new CheckedAnswers.Further(
                                                    practices
                                                            .find(new OdsCode(one.odsCode()))
                                                            .orElseThrow(),
                                                    one.contact()))
                                            .toList(),
                                    request.answers().keySet())
                            .sections());
            model.addAttribute("version", request.version());
            model.addAttribute(
                    "back", journey.at(journey.pages().get(journey.pages().size() - 1)));
            return "supportcase/request/check";
        } catch (Refusal incomplete) {
            return "redirect:" + answers.firstMissing(journey, request);
        }
    }

    /** Who of the scheme can be chosen to see the case: in a confidential referral, by whoever refers; a practice is not asked. */
    private List<Option> viewers(Journey journey, RequestHelp.Form written) {
        return journey == Journey.REFERRAL
                        && Boolean.TRUE.equals(written.referral().confidential())
                ? lists.of(CaseViewer.class).offered().stream()
                        .map(person -> new Option(person.code(), person.label()))
                        .toList()
                : List.of();
    }

    /** What the last page asks beside the answers. */
    private record Viewers(List<CaseViewer> viewers) {}

    /** Sends the answers that were checked, once; what has been changed since in another tab is to be checked first. */
    @PostMapping("/send")
    String send(
            @PathVariable("journey") String path,
            @RequestParam(defaultValue = "0") String version,
            HttpServletRequest http,
            HttpServletResponse response,
            Model model) {
        Journey journey = Journey.of(path);
        Optional<HelpRequest> written = visitors.requestOf(journey, http);
        if (written.isEmpty()) {
            return "redirect:" + journey.at("ended");
        }
        HelpRequest request = written.get();
        if (request.sent()) {
            return "redirect:" + journey.at("sent");
        }
        if (!version.equals(Integer.toString(request.version()))) {
            return "redirect:" + journey.at("check") + "?changed";
        }
        PageForm form = PageForm.sent(Viewers.class, http.getParameterMap());
        try {
            RequestHelp.TakenRequest taken = answers.taken(journey, request, form);
            if (request.answers().containsKey(RequestPages.TRAP)) {
                sendRequest.pretendToSend(request, taken);
            } else {
                sendRequest.send(request, taken);
            }
            return "redirect:" + journey.at("sent");
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return check(journey, request, form.with(journey.wording(atTop(refusal.problems()))), model);
        }
    }

    /** What is wrong with another practice is said above the answers, which have no box for it. */
    private static List<Problem> atTop(List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        WrittenAnswers.isOfFurtherPractice(problem) ? Problem.general(problem.sentence()) : problem)
                .toList();
    }

    @GetMapping("/sent")
    String sent(@PathVariable("journey") String path, HttpServletRequest http, Model model) {
        Journey journey = Journey.of(path);
        Optional<HelpRequest> request = visitors.requestOf(journey, http).filter(HelpRequest::sent);
        if (request.isEmpty()) {
            return "redirect:" + journey.start();
        }
        model.addAttribute("request", request.get());
        model.addAttribute("seesCase", seesCases(http.getUserPrincipal()));
        return journey == Journey.REFERRAL ? "supportcase/request/referred" : "supportcase/request/sent";
    }

    /** The office opens every case; the liaison team only hears its number. */
    private static boolean seesCases(Principal person) {
        return person instanceof Authentication currentUser
                && Office.includes(currentUser.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }

    /** The answers that somebody wanted to send are no longer stored. */
    @GetMapping("/ended")
    String ended() {
        return "supportcase/request/ended";
    }
}
