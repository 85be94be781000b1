package org.rovingpm.supportcase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.Office;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.request.HelpRequest;
import org.rovingpm.supportcase.request.SendRequest;
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

    SendPages(Visitors visitors, WrittenAnswers answers, SendRequest sendRequest, Practices practices) {
        this.visitors = visitors;
        this.answers = answers;
        this.sendRequest = sendRequest;
        this.practices = practices;
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
        return check(journey, written.get(), model);
    }

    private String check(Journey journey, HelpRequest request, Model model) {
        try {
            RequestHelp.Form form = answers.all(journey, request);
            model.addAttribute(
                    "sections",
                    new CheckedAnswers(
                                    journey,
                                    form,
                                    practices.find(new OdsCode(form.odsCode())).orElseThrow(),
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
        try {
            RequestHelp.Form form = answers.all(journey, request);
            if (request.answers().containsKey(RequestPages.TRAP)) {
                sendRequest.pretendToSend(request, form);
            } else {
                sendRequest.send(request, form);
            }
            return "redirect:" + journey.at("sent");
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "form",
                    PageForm.of(RequestHelp.Form.class, request.answers()).with(journey.wording(refusal.problems())));
            return check(journey, request, model);
        }
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
