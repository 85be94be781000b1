package org.rovingpm.answer.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.AnswerQuestion;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKind;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.answer.Questions;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of one question, whatever its kind. Opening it changes nothing: mail scanners open links before people do. The
 * first answer stands; who comes later reads who answered and when.
 */
@Controller
class AnswerPage {

    private final Questions questions;
    private final QuestionKinds kinds;
    private final AnswerQuestion answerQuestion;
    private final Clock clock;

    AnswerPage(Questions questions, QuestionKinds kinds, AnswerQuestion answerQuestion, Clock clock) {
        this.questions = questions;
        this.kinds = kinds;
        this.answerQuestion = answerQuestion;
        this.clock = clock;
    }

    @GetMapping("/answer/{token}")
    ModelAndView open(@PathVariable String token, Model model) {
        Optional<Question> found = questions.find(token);
        return found.isEmpty() ? ended("unknown", HttpStatus.NOT_FOUND, model) : page(found.get(), Map.of(), List.of(), model);
    }

    @PostMapping("/answer/{token}")
    ModelAndView answer(@PathVariable String token, @RequestParam MultiValueMap<String, String> typed, Model model,
                        RedirectAttributes after) {
        Map<String, Object> values = values(typed);
        try {
            answerQuestion.answer(token, values);
            after.addFlashAttribute("thanks", true);
            return new ModelAndView("redirect:/answer/" + token);
        } catch (Refusal refusal) {
            return questions.find(token).map(question -> page(question, values, refusal.problems(), model))
                .orElseGet(() -> ended("unknown", HttpStatus.NOT_FOUND, model));
        }
    }

    private ModelAndView page(Question question, Map<String, Object> typed, List<Problem> problems, Model model) {
        model.addAttribute("question", question);
        if (question.isAnswered()) {
            return ended("answered", problems.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT, model);
        }
        if (question.isExpired(clock.instant())) {
            return ended("expired", HttpStatus.GONE, model);
        }
        QuestionKind<?> kind = kinds.of(question);
        Optional<String> over = kind.over(question);
        if (over.isPresent()) {
            model.addAttribute("over", over.get());
            return ended("over", HttpStatus.GONE, model);
        }
        model.addAllAttributes(kind.shown(question));
        model.addAttribute("typed", new HashMap<>(typed));
        model.addAttribute("problems", problems);
        return new ModelAndView(kind.page(), model.asMap(), problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static ModelAndView ended(String how, HttpStatus status, Model model) {
        model.addAttribute("how", how);
        return new ModelAndView("answer/ended", model.asMap(), status);
    }

    /** What was typed, without what protects the form; a field that came more than once as a list. Browsers end lines in two characters. */
    private static Map<String, Object> values(MultiValueMap<String, String> typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        typed.forEach((name, all) -> {
            if (!name.startsWith("_")) {
                List<String> lines = all.stream().map(text -> text.replace("\r\n", "\n")).toList();
                values.put(name, lines.size() == 1 ? lines.get(0) : lines);
            }
        });
        return values;
    }
}
