package org.rovingpm.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.rovingpm.account.ForgottenPassword;
import org.rovingpm.account.PasswordLinks;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of somebody who has forgotten their password. They say the same to everybody. */
@Controller
class ForgottenPasswordPages {

    private final ForgottenPassword forgottenPassword;
    private final PasswordLinks links;

    ForgottenPasswordPages(ForgottenPassword forgottenPassword, PasswordLinks links) {
        this.forgottenPassword = forgottenPassword;
        this.links = links;
    }

    @GetMapping("/forgotten-password")
    String ask() {
        return "account/forgotten-password";
    }

    @PostMapping("/forgotten-password")
    String ask(@RequestParam(defaultValue = "") String name) {
        forgottenPassword.ask(name);
        return "redirect:/forgotten-password/sent";
    }

    @GetMapping("/forgotten-password/sent")
    String sent() {
        return "account/forgotten-password-sent";
    }

    /** Opening it changes nothing, for mail scanners open links. */
    @GetMapping("/forgotten-password/{token:[A-Za-z0-9_-]{43}}")
    String open(@PathVariable String token, HttpServletResponse response, Model model) {
        return links.find(token).isPresent() ? show(token, List.of(), model) : over(response);
    }

    @PostMapping("/forgotten-password/{token:[A-Za-z0-9_-]{43}}")
    String choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String again,
            HttpServletResponse response,
            Model model) {
        try {
            if (!chosen.equals(again)) {
                throw new Refusal("again", "The two new passwords differ: type the same one twice.");
            }
            forgottenPassword.choose(token, chosen);
        } catch (Refusal refusal) {
            return links.find(token).isPresent() ? show(token, refusal.problems(), model) : over(response);
        }
        return "redirect:/sign-in?chosen";
    }

    private static String show(String token, List<Problem> problems, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("problems", problems);
        return "account/choose-password";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "account/password-link-over";
    }
}
