package org.rovingpm.supportcase.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.Secret;
import org.rovingpm.supportcase.request.ConfirmRequest;
import org.rovingpm.supportcase.request.HelpRequest;
import org.rovingpm.supportcase.request.HelpRequests;
import org.rovingpm.web.PageForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of the link that confirms a request. Opening it changes nothing, for mail scanners open links; its button does. */
@Controller
@RequestMapping("/request-help/confirm/{token}")
class ConfirmPage {

    private final HelpRequests requests;
    private final ConfirmRequest confirmRequest;
    private final Practices practices;

    ConfirmPage(HelpRequests requests, ConfirmRequest confirmRequest, Practices practices) {
        this.requests = requests;
        this.confirmRequest = confirmRequest;
        this.practices = practices;
    }

    @GetMapping
    String open(@PathVariable String token, HttpServletResponse response, Model model) {
        Optional<HelpRequest> request = Secret.read(token).flatMap(requests::confirmedBy);
        if (request.isEmpty()) {
            return gone(response, model);
        }
        return request.get().outcome() == null ? question(request.get(), model) : outcome(request.get(), model);
    }

    @PostMapping
    String confirm(@PathVariable String token, HttpServletResponse response, Model model) {
        Optional<Secret> link = Secret.read(token);
        try {
            return link.flatMap(confirmRequest::confirm).isPresent()
                    ? "redirect:/request-help/confirm/" + token
                    : gone(response, model);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "form",
                    PageForm.empty(RequestHelp.Form.class)
                            .with(refusal.problems().stream()
                                    .map(problem -> Problem.general(problem.sentence()))
                                    .toList()));
            return question(link.flatMap(requests::confirmedBy).orElseThrow(), model);
        }
    }

    private String question(HelpRequest request, Model model) {
        model.addAttribute("request", request);
        model.addAttribute(
                "practice",
                practices.find(new OdsCode(request.form().odsCode())).orElseThrow());
        model.addAttribute(
                "others",
                request.further().isEmpty()
                        ? null
                        : practices.nameOf(request.further().stream()
                                .map(one -> new OdsCode(one.odsCode()))
                                .toList()));
        model.addAttribute("open", confirmRequest.wouldAddTo(request).orElse(null));
        return "supportcase/confirm/question";
    }

    private static String outcome(HelpRequest request, Model model) {
        model.addAttribute("request", request);
        return "supportcase/confirm/outcome";
    }

    private String gone(HttpServletResponse response, Model model) {
        model.addAttribute("hours", requests.hoursUntilExpiry());
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "supportcase/confirm/gone";
    }
}
