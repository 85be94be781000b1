package org.rovingpm.reply.web;

import java.util.List;
import java.util.Map;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.reply.DecideReply;
import org.rovingpm.reply.Replies;
import org.rovingpm.reply.Reply;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The replies that the office has to look at: those that wait to be filed, and those to which an answer is wanted. */
@Controller
class ReplyPages {

    private static final String PAGE = "/replies";
    private static final String ONE = PAGE + "/{id:\\d{1,18}}";
    private static final int A_PAGE = 10;
    private static final int LAST_PAGE = 400;

    private final Replies replies;
    private final DecideReply decideReply;
    private final HiddenCases hiddenCases;
    private final Submissions submissions;

    ReplyPages(Replies replies, DecideReply decideReply, HiddenCases hiddenCases, Submissions submissions) {
        this.replies = replies;
        this.decideReply = decideReply;
        this.hiddenCases = hiddenCases;
        this.submissions = submissions;
    }

    @GetMapping(PAGE)
    String all(
            @RequestParam(defaultValue = "1") String waiting,
            @RequestParam(defaultValue = "1") String answer,
            Authentication person,
            Model model) {
        int waitingPage = pageOf(waiting);
        int answerPage = pageOf(answer);
        List<Reply> toFile = replies.waiting(person.getName(), (waitingPage - 1) * A_PAGE, A_PAGE + 1);
        List<Reply> toAnswer = replies.toAnswer(person.getName(), (answerPage - 1) * A_PAGE, A_PAGE + 1);
        model.addAttribute("waitingPage", waitingPage);
        model.addAttribute("waiting", toFile.stream().limit(A_PAGE).toList());
        model.addAttribute("moreWaiting", toFile.size() > A_PAGE);
        model.addAttribute("answerPage", answerPage);
        model.addAttribute("toAnswer", toAnswer.stream().limit(A_PAGE).toList());
        model.addAttribute("moreToAnswer", toAnswer.size() > A_PAGE);
        return "reply/replies";
    }

    private static int pageOf(String number) {
        return number.matches("[0-9]{1,6}") ? Math.min(Math.max(Integer.parseInt(number), 1), LAST_PAGE) : 1;
    }

    @GetMapping(ONE)
    String one(@PathVariable long id, Authentication person, Model model) {
        return show(waiting(id, person), Map.of(), List.of(), person, model);
    }

    @PostMapping(ONE + "/file")
    ModelAndView file(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String caseReference,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Reply reply = waiting(id, person);
        try {
            decideReply.file(
                    reply,
                    submissions.read(DecideReply.Filing.class, Map.of("caseReference", caseReference)),
                    person.getName());
        } catch (Refusal refusal) {
            return refused(reply, Map.of("caseReference", caseReference), refusal, person, model);
        }
        after.addFlashAttribute("done", "The reply is filed with case %s.".formatted(caseReference));
        return new ModelAndView("redirect:" + PAGE);
    }

    @PostMapping(ONE + "/set-aside")
    ModelAndView setAside(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Reply reply = waiting(id, person);
        try {
            decideReply.setAside(
                    reply, submissions.read(DecideReply.SettingAside.class, Map.of("why", why)), person.getName());
        } catch (Refusal refusal) {
            return refused(reply, Map.of("why", why), refusal, person, model);
        }
        after.addFlashAttribute("done", "The reply is set aside, and its text is deleted.");
        return new ModelAndView("redirect:" + PAGE);
    }

    /** Leads back to the case, where the reply stays on record. */
    @PostMapping(ONE + "/answered")
    String answered(@PathVariable long id, Authentication person, RedirectAttributes after) {
        Reply reply = replies.findToAnswer(id, person.getName()).orElseThrow(ReplyPages::unknown);
        decideReply.answered(reply, person.getName());
        after.addFlashAttribute("actionDone", "Nobody waits for an answer to this reply any more.");
        return "redirect:/cases/" + reply.reference();
    }

    private Reply waiting(long id, Authentication person) {
        return replies.findWaiting(id, person.getName()).orElseThrow(ReplyPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private ModelAndView refused(
            Reply reply, Map<String, String> typed, Refusal refusal, Authentication person, Model model) {
        return new ModelAndView(
                show(reply, typed, refusal.problems(), person, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String show(
            Reply reply, Map<String, String> typed, List<Problem> problems, Authentication person, Model model) {
        String chosen = typed.getOrDefault("caseReference", "");
        model.addAttribute("reply", reply);
        model.addAttribute("mayBeAbout", replies.mayBeAbout(List.of(reply)).getOrDefault(reply.id(), List.of()));
        model.addAttribute("cases", hiddenCases.openFor(person.getName(), chosen));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "reply/reply";
    }
}
