package org.rovingpm.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.rovingpm.access.CurrentUser;
import org.rovingpm.access.Role;
import org.rovingpm.account.AccountSessions;
import org.rovingpm.account.Accounts;
import org.rovingpm.account.ChangePassword;
import org.rovingpm.account.ConfirmPassword;
import org.rovingpm.account.Passwords;
import org.rovingpm.account.factor.SecondFactors;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: who one is to the scheme, where one is signed in, and one's password. */
@Controller
class AccountPages {

    /** A page of this application, never another site's. */
    private static final Pattern OWN_PAGE = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.-]*");

    private final Passwords passwords;
    private final Accounts accounts;
    private final AccountSessions sessions;
    private final ChangePassword changePassword;
    private final ConfirmPassword confirmPassword;
    private final SecondFactors factors;
    private final SecurityLog log;

    AccountPages(
            Passwords passwords,
            Accounts accounts,
            AccountSessions sessions,
            ChangePassword changePassword,
            ConfirmPassword confirmPassword,
            SecondFactors factors,
            SecurityLog log) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.changePassword = changePassword;
        this.confirmPassword = confirmPassword;
        this.factors = factors;
        this.log = log;
    }

    @GetMapping("/account")
    String account(
            @AuthenticationPrincipal CurrentUser person,
            Authentication signedIn,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("person", person);
        model.addAttribute("details", passwords.detailsOf(person.id()).orElseThrow());
        model.addAttribute("address", passwords.addressOf(person.id()).orElse("None"));
        model.addAttribute(
                "roles",
                signedIn.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .map(group -> Role.ofGroup(group).map(Role::one).orElse(group))
                        .sorted()
                        .toList());
        model.addAttribute("factor", factors.has(person.id()));
        model.addAttribute("sessions", sessions.of(person.id()));
        model.addAttribute("here", BrowserSessions.numberOf(request));
        return "account/account";
    }

    @PostMapping("/account/sessions/{id:\\d{1,18}}/end")
    String end(@PathVariable long id, Authentication person, RedirectAttributes after) {
        if (!sessions.end(id, person.getName())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        log.add(SecurityEvent.Kind.SESSION_ENDED, person.getName());
        after.addFlashAttribute("done", "The session has ended.");
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(Authentication person, HttpServletRequest request, RedirectAttributes after) {
        sessions.endOthers(BrowserSessions.numberOf(request), person.getName());
        log.add(SecurityEvent.Kind.SESSION_ENDED, person.getName());
        after.addFlashAttribute("done", "You are signed in here only.");
        return "redirect:/account";
    }

    @GetMapping("/account/password")
    String password(Authentication person, Model model) {
        return showPassword(person.getName(), List.of(), model);
    }

    @PostMapping("/account/password")
    String changePassword(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again,
            Authentication person,
            HttpServletRequest request,
            Model model,
            RedirectAttributes after) {
        long session = BrowserSessions.numberOf(request);
        try {
            if (!chosen.equals(again)) {
                throw new Refusal("again", "The two new passwords differ: type the same one twice.");
            }
            confirmPassword.confirm(person.getName(), password, session);
            changePassword.change(person.getName(), password, chosen, session);
        } catch (Refusal refusal) {
            return showPassword(person.getName(), refusal.problems(), model);
        }
        after.addFlashAttribute("done", "You have a new password. Wherever else you were signed in you are no longer.");
        return "redirect:/account";
    }

    @GetMapping("/account/confirm")
    String confirm(@RequestParam(defaultValue = "") String back, Model model) {
        return showConfirm(back, List.of(), model);
    }

    @PostMapping("/account/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String back,
            Authentication person,
            HttpServletRequest request,
            Model model) {
        try {
            confirmPassword.confirm(person.getName(), password, BrowserSessions.numberOf(request));
        } catch (Refusal refusal) {
            return showConfirm(back, refusal.problems(), model);
        }
        return "redirect:" + (OWN_PAGE.matcher(back).matches() ? back : "/account");
    }

    private String showPassword(String person, List<Problem> problems, Model model) {
        boolean mustChange = accounts.stateOf(person).mustChangePassword();
        model.addAttribute("mustChange", mustChange);
        if (mustChange) {
            // None of them opens before
            model.addAttribute("menu", List.of());
        }
        model.addAttribute("user", person);
        model.addAttribute("problems", problems);
        return "account/password";
    }

    private static String showConfirm(String back, List<Problem> problems, Model model) {
        model.addAttribute("back", back);
        model.addAttribute("problems", problems);
        return "account/confirm";
    }
}
