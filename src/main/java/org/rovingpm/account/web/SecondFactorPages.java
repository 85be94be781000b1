package org.rovingpm.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.rovingpm.account.factor.ChangeSecondFactor;
import org.rovingpm.account.factor.RequiredFactors;
import org.rovingpm.account.factor.SecondFactors;
import org.rovingpm.account.factor.Seed;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of one's own second factor. */
@Controller
class SecondFactorPages {

    private static final String PAGE = "/account/second-factor";

    /** Of the session: the seed that its owner is about to confirm. */
    private static final String OFFERED = "account.second-factor.offered";

    private final SecondFactors factors;
    private final RequiredFactors required;
    private final ChangeSecondFactor changeSecondFactor;

    SecondFactorPages(SecondFactors factors, RequiredFactors required, ChangeSecondFactor changeSecondFactor) {
        this.factors = factors;
        this.required = required;
        this.changeSecondFactor = changeSecondFactor;
    }

    @GetMapping(PAGE)
    String secondFactor(Authentication person, Model model) {
        return show(person, List.of(), model);
    }

    @GetMapping(PAGE + "/set-up")
    String setUp(Authentication person, HttpServletRequest request, Model model) {
        return changeSecondFactor.isPossible() ? showSetUp(person, request, List.of(), model) : "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/set-up")
    String setUp(
            @RequestParam(defaultValue = "") String code,
            Authentication person,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        if (!changeSecondFactor.isPossible()) {
            return "redirect:" + PAGE;
        }
        try {
            after.addFlashAttribute(
                    "codes",
                    changeSecondFactor.setUp(
                            person.getName(), offered(request), code, BrowserSessions.numberOf(request)));
        } catch (Refusal refusal) {
            return showSetUp(person, request, refusal.problems(), model);
        }
        request.getSession().removeAttribute(OFFERED);
        after.addFlashAttribute(
                "done", "You have a second factor. Wherever else you were signed in you are no longer.");
        return "redirect:" + PAGE + "/recovery-codes";
    }

    /** Shows codes that have just been made, once. */
    @GetMapping(PAGE + "/recovery-codes")
    String recoveryCodes(Authentication person, Model model) {
        model.addAttribute("user", person.getName());
        return model.containsAttribute("codes") ? "account/recovery-codes" : "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/recovery-codes")
    String renewRecoveryCodes(Authentication person, Model model, RedirectAttributes after) {
        try {
            after.addFlashAttribute("codes", changeSecondFactor.renewRecoveryCodes(person.getName()));
        } catch (Refusal refusal) {
            return show(person, refusal.problems(), model);
        }
        after.addFlashAttribute("done", "You have new recovery codes. The old ones work no longer.");
        return "redirect:" + PAGE + "/recovery-codes";
    }

    @PostMapping(PAGE + "/turn-off")
    String turnOff(Authentication person, HttpServletRequest request, Model model, RedirectAttributes after) {
        try {
            changeSecondFactor.turnOff(person.getName(), groups(person), BrowserSessions.numberOf(request));
        } catch (Refusal refusal) {
            return show(person, refusal.problems(), model);
        }
        after.addFlashAttribute("done", "You have no second factor any more. You sign in by your password alone.");
        return "redirect:/account";
    }

    private String show(Authentication person, List<Problem> problems, Model model) {
        boolean mustSetUp = required.mustSetUp(person.getName(), groups(person));
        if (mustSetUp) {
            // None of them opens before
            model.addAttribute("menu", List.of());
        }
        model.addAttribute("factor", factors.stateOf(person.getName()).orElse(null));
        model.addAttribute("required", required.areRequired(groups(person)));
        model.addAttribute("mustSetUp", mustSetUp);
        model.addAttribute("possible", changeSecondFactor.isPossible());
        model.addAttribute("problems", problems);
        return "account/second-factor";
    }

    private String showSetUp(Authentication person, HttpServletRequest request, List<Problem> problems, Model model) {
        Seed seed = offered(request);
        if (required.mustSetUp(person.getName(), groups(person))) {
            model.addAttribute("menu", List.of());
        }
        model.addAttribute("user", person.getName());
        model.addAttribute("key", seed.inLetters());
        model.addAttribute("qr", QrCode.of(seed.address(person.getName())));
        model.addAttribute("problems", problems);
        return "account/second-factor-set-up";
    }

    /** The same until it is confirmed, so that a wrong code does not make another scan necessary. */
    private static Seed offered(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Seed seed = (Seed) session.getAttribute(OFFERED);
        if (seed == null) {
            seed = Seed.random();
            session.setAttribute(OFFERED, seed);
        }
        return seed;
    }

    private static List<String> groups(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
