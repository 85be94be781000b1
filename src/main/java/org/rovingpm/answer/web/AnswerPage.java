package org.rovingpm.answer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.AnswerQuestion;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.answer.Questions;
import org.rovingpm.answer.RequestRenewedLink;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.SupportCases;
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

/**
 * The page of a question of any kind. Opening it changes nothing, because mail scanners open links before people do.
 * The first answer stands; whoever comes back within a day sees who answered and when, and later only that it has been answered.
 */
@Controller
@RequestMapping("/answer/{token}")
class AnswerPage {

    private static final Duration SAYS_WHO_ANSWERED = Duration.ofDays(1);

    private final Questions questions;
    private final QuestionKinds kinds;
    private final AnswerQuestion answerQuestion;
    private final RequestRenewedLink requestRenewedLink;
    private final SupportCases cases;
    private final Practices practices;
    private final Clock clock;

    AnswerPage(
            Questions questions,
            QuestionKinds kinds,
            AnswerQuestion answerQuestion,
            RequestRenewedLink requestRenewedLink,
            SupportCases cases,
            Practices practices,
            Clock clock) {
        this.questions = questions;
        this.kinds = kinds;
        this.answerQuestion = answerQuestion;
        this.requestRenewedLink = requestRenewedLink;
        this.cases = cases;
        this.practices = practices;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView open(@PathVariable String token, @RequestParam(required = false) String thanks, Model model) {
        model.addAttribute("thanks", thanks != null);
        return questions
                .find(token)
                .map(question ->
                        page(question, PageForm.empty(kinds.of(question).fields()), model))
                .orElseGet(() -> ended("unknown", HttpStatus.NOT_FOUND, model));
    }

    @PostMapping
    ModelAndView answer(@PathVariable String token, HttpServletRequest request, Model model) {
        Optional<Question> found = questions.find(token);
        model.addAttribute("thanks", false);
        if (found.isEmpty()) {
            return ended("unknown", HttpStatus.NOT_FOUND, model);
        }
        PageForm form = PageForm.sent(kinds.of(found.get()).fields(), request.getParameterMap());
        try {
            answerQuestion.answer(token, form.values());
        } catch (Refusal refusal) {
            return page(questions.find(token).orElseThrow(), form.with(refusal.problems()), model);
        }
        return new ModelAndView("redirect:/answer/{token}?thanks");
    }

    /** Says the same for every link. */
    @PostMapping("/renewed-link")
    String requestRenewedLink(@PathVariable String token) {
        requestRenewedLink.request(token);
        return "answer/renewed-link";
    }

    private ModelAndView page(Question question, PageForm form, Model model) {
        model.addAllAttributes(Map.of(
                "question",
                question,
                "practiceName",
                practices.nameOf(cases.get(question.reference()).practices())));
        model.addAttribute("answersFor", answersFor(question));
        if (question.isAnswered()) {
            model.addAttribute(
                    "recent", clock.instant().isBefore(question.answeredAt().plus(SAYS_WHO_ANSWERED)));
            return ended("answered", HttpStatus.OK, model);
        }
        QuestionKind<?> kind = kinds.of(question);
        Optional<String> over = kinds.over(question);
        if (over.isPresent()) {
            model.addAttribute("over", over.get());
            return ended("over", HttpStatus.GONE, model);
        }
        if (question.isExpired(clock.instant())) {
            return ended("expired", HttpStatus.GONE, model);
        }
        model.addAllAttributes(kind.shown(question));
        model.addAttribute("form", form);
        return new ModelAndView(
                kind.page(),
                model.asMap(),
                form.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** @return the practice that is asked, where each practice of a case answers for itself and there are several; else null */
    private String answersFor(Question question) {
        return question.practice() != null
                        && kinds.of(question).answeredByEach()
                        && cases.get(question.reference()).practices().size() > 1
                ? practices.nameOf(question.practice())
                : null;
    }

    private static ModelAndView ended(String how, HttpStatus status, Model model) {
        model.addAttribute("how", how);
        return new ModelAndView("answer/ended", model.asMap(), status);
    }
}
