package org.rovingpm.practicepage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Consumer;
import org.rovingpm.practicepage.AskForContactChange;
import org.rovingpm.practicepage.AskOffice;
import org.rovingpm.practicepage.ContactChanges;
import org.rovingpm.practicepage.PageLink;
import org.rovingpm.practicepage.PageLinks;
import org.rovingpm.practicepage.ReadOwnPage;
import org.rovingpm.practicepage.RenewPageLink;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.rovingpm.web.PageForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a practice. Opening it changes nothing, because mail scanners open links before people do. */
@Controller
@RequestMapping(PageLinks.PATH + "/{token}")
class OwnPages {

    private final PageLinks links;
    private final ReadOwnPage readOwnPage;
    private final AskOffice askOffice;
    private final AskForContactChange askForContactChange;
    private final ContactChanges changes;
    private final RenewPageLink renewPageLink;
    private final Submissions submissions;

    OwnPages(
            PageLinks links,
            ReadOwnPage readOwnPage,
            AskOffice askOffice,
            AskForContactChange askForContactChange,
            ContactChanges changes,
            RenewPageLink renewPageLink,
            Submissions submissions) {
        this.links = links;
        this.readOwnPage = readOwnPage;
        this.askOffice = askOffice;
        this.askForContactChange = askForContactChange;
        this.changes = changes;
        this.renewPageLink = renewPageLink;
        this.submissions = submissions;
    }

    @GetMapping
    ModelAndView open(@PathVariable String token, @RequestParam(required = false) String thanks, Model model) {
        model.addAttribute("thanks", thanks != null);
        return page(token, "practicepage/own-page", PageForm.empty(AskOffice.Form.class), model);
    }

    @PostMapping
    ModelAndView ask(@PathVariable String token, HttpServletRequest request, Model model) {
        PageForm form = PageForm.sent(AskOffice.Form.class, request.getParameterMap());
        model.addAttribute("thanks", false);
        return sent(
                token,
                "practicepage/own-page",
                form,
                model,
                link -> askOffice.ask(link, submissions.read(AskOffice.Form.class, form.values())));
    }

    @GetMapping("/contact")
    ModelAndView contact(@PathVariable String token, Model model) {
        return page(token, "practicepage/contact", PageForm.empty(Contact.class), model);
    }

    @PostMapping("/contact")
    ModelAndView changeContact(@PathVariable String token, HttpServletRequest request, Model model) {
        PageForm form = PageForm.sent(Contact.class, request.getParameterMap());
        return sent(
                token,
                "practicepage/contact",
                form,
                model,
                link -> askForContactChange.ask(link, submissions.read(Contact.class, form.values())));
    }

    /** Says the same for every link. */
    @PostMapping("/renewed-link")
    String renew(@PathVariable String token) {
        renewPageLink.renew(token);
        return "practicepage/renewed-link";
    }

    private ModelAndView sent(String token, String view, PageForm form, Model model, Consumer<PageLink> useCase) {
        Optional<PageLink> link = links.find(token).filter(found -> found.status() == PageLink.Status.OPEN);
        if (link.isEmpty()) {
            return page(token, view, form, model);
        }
        try {
            useCase.accept(link.get());
        } catch (Refusal refusal) {
            return page(token, view, form.with(refusal.problems()), model);
        }
        return new ModelAndView("redirect:" + PageLinks.PATH + "/{token}?thanks");
    }

    private ModelAndView page(String token, String view, PageForm form, Model model) {
        Optional<PageLink> link = links.find(token);
        if (link.isEmpty() || link.get().status() != PageLink.Status.OPEN) {
            model.addAttribute("how", link.map(found -> found.status().name()).orElse("UNKNOWN"));
            return new ModelAndView(
                    "practicepage/ended", model.asMap(), link.isPresent() ? HttpStatus.GONE : HttpStatus.NOT_FOUND);
        }
        model.addAttribute("own", readOwnPage.read(link.get()));
        model.addAttribute("contactChangeWaits", changes.waits(link.get()));
        model.addAttribute("openUntil", link.get().expiresAt());
        model.addAttribute("form", form);
        return new ModelAndView(
                view, model.asMap(), form.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
