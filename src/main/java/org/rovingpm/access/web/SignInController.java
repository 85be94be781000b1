package org.rovingpm.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.rovingpm.access.CurrentUser;
import org.rovingpm.access.Home;
import org.rovingpm.access.SampleAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

    private final Home home;
    private final ObjectProvider<SampleAccounts> samples;
    private final Clock clock;

    SignInController(Home home, ObjectProvider<SampleAccounts> samples, Clock clock) {
        this.home = home;
        this.samples = samples;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    String signIn(
            Model model,
            @RequestParam(name = "refused", required = false) String refused,
            @RequestParam(name = "signed-out", required = false) String signedOut,
            @RequestParam(name = "ended", required = false) String ended,
            @RequestParam(name = "busy", required = false) String busy,
            @RequestParam(name = "chosen", required = false) String chosen,
            @RequestParam(name = "late", required = false) String late,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("refused", refused != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("ended", ended != null);
        model.addAttribute("busy", busy != null);
        model.addAttribute("chosen", chosen != null);
        model.addAttribute("late", late != null);
        model.addAttribute("typed", SignInRefusals.takeTyped(request, response));
        model.addAttribute("samples", samples.getIfAvailable());
        return "access/sign-in";
    }

    /** The second step, for whoever has just taken the first. */
    @GetMapping(SecondStepFilter.PAGE)
    String code(
            @AuthenticationPrincipal CurrentUser person,
            Model model,
            @RequestParam(name = "wrong", required = false) String wrong,
            @RequestParam(name = "wait", required = false) String wait,
            @RequestParam(name = "unreadable", required = false) String unreadable,
            HttpServletRequest request) {
        if (person != null) {
            return "redirect:/";
        }
        if (SecondStepFilter.awaited(request, clock.instant()).isEmpty()) {
            return "redirect:/sign-in?late";
        }
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("wait", wait != null);
        model.addAttribute("unreadable", unreadable != null);
        return "access/sign-in-code";
    }

    /** Leads people to the application in which they work; whoever has none, to their first page. */
    @GetMapping({"/work", "/camunda", "/camunda/", "/camunda/app", "/camunda/app/"})
    String work(@AuthenticationPrincipal CurrentUser person) {
        return "redirect:" + home.of(person).orElse("/");
    }
}
