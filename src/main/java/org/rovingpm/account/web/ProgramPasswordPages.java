package org.rovingpm.account.web;

import java.util.List;
import org.rovingpm.account.factor.SecondFactors;
import org.rovingpm.account.program.ProgramPasswords;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one's own passwords for programs. */
@Controller
class ProgramPasswordPages {

    private static final String PAGE = "/account/program-passwords";

    private final ProgramPasswords passwords;
    private final SecondFactors factors;

    ProgramPasswordPages(ProgramPasswords passwords, SecondFactors factors) {
        this.passwords = passwords;
        this.factors = factors;
    }

    @GetMapping(PAGE)
    String programPasswords(Authentication person, Model model) {
        return show(person.getName(), "", List.of(), model);
    }

    @PostMapping(PAGE)
    String make(
            @RequestParam(defaultValue = "") String program,
            @RequestParam(defaultValue = "") String days,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        try {
            after.addFlashAttribute("made", passwords.make(person.getName(), program, number(days)));
        } catch (Refusal refusal) {
            return show(person.getName(), program, refusal.problems(), model);
        }
        after.addFlashAttribute("madeFor", program.strip());
        after.addFlashAttribute("done", "The password has been made.");
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/{id:\\d{1,18}}/end")
    String end(@PathVariable long id, Authentication person, RedirectAttributes after) {
        if (!passwords.end(id, person.getName())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        after.addFlashAttribute("done", "The password has ended: the program that has it is refused.");
        return "redirect:" + PAGE;
    }

    private String show(String person, String typed, List<Problem> problems, Model model) {
        model.addAttribute("rows", passwords.of(person));
        model.addAttribute("factor", factors.has(person));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "account/program-passwords";
    }

    /** @return one of the days that can be chosen; 0 for anything else */
    private static int number(String typed) {
        return ProgramPasswords.DAYS.stream()
                .filter(days -> Integer.toString(days).equals(typed))
                .findFirst()
                .orElse(0);
    }
}
