package org.rovingpm.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    SignInController(Home home, ObjectProvider<SampleAccounts> samples) {
        this.home = home;
        this.samples = samples;
    }

    @GetMapping("/sign-in")
    String signIn(
            Model model,
            @RequestParam(name = "refused", required = false) String refused,
            @RequestParam(name = "signed-out", required = false) String signedOut,
            @RequestParam(name = "ended", required = false) String ended,
            @RequestParam(name = "busy", required = false) String busy,
            @RequestParam(name = "chosen", required = false) String chosen,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("refused", refused != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("ended", ended != null);
        model.addAttribute("busy", busy != null);
        model.addAttribute("chosen", chosen != null);
        model.addAttribute("typed", SignInRefusals.takeTyped(request, response));
        model.addAttribute("samples", samples.getIfAvailable());
        return "access/sign-in";
    }

    /** Leads people to where their work is; whoever is not signed in reads what the scheme offers. */
    @GetMapping({"/", "/camunda", "/camunda/", "/camunda/app", "/camunda/app/"})
    String home(@AuthenticationPrincipal CurrentUser person, Model model) {
        if (person == null) {
            return "web/home";
        }
        return home.of(person).map(address -> "redirect:" + address).orElseGet(() -> {
            model.addAttribute("person", person);
            return "access/no-work";
        });
    }
}
