package org.rovingpm.stuck.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rovingpm.notification.queue.SendAgain;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.Limits;
import org.rovingpm.stuck.Reassign;
import org.rovingpm.stuck.Remind;
import org.rovingpm.stuck.RunningSteps;
import org.rovingpm.stuck.StuckCase;
import org.rovingpm.stuck.StuckCaseFilter;
import org.rovingpm.stuck.StuckCases;
import org.rovingpm.stuck.TryAgain;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of stuck cases, and the page of each with what can be done. */
@Controller
class StuckPages {

    private static final int A_PAGE = 25;
    private static final int LAST_PAGE = StuckCases.MOST / A_PAGE - 1;

    private final StuckCases stuckCases;
    private final RunningSteps steps;
    private final TryAgain tryAgain;
    private final Remind remind;
    private final Reassign reassign;
    private final SendAgain sendAgain;
    private final Limits limits;
    private final Submissions submissions;
    private final Clock clock;

    StuckPages(
            StuckCases stuckCases,
            RunningSteps steps,
            TryAgain tryAgain,
            Remind remind,
            Reassign reassign,
            SendAgain sendAgain,
            Limits limits,
            Submissions submissions,
            Clock clock) {
        this.stuckCases = stuckCases;
        this.steps = steps;
        this.tryAgain = tryAgain;
        this.remind = remind;
        this.reassign = reassign;
        this.sendAgain = sendAgain;
        this.limits = limits;
        this.submissions = submissions;
        this.clock = clock;
    }

    static Viewer viewer(Authentication person) {
        return new Viewer(
                person.getName(),
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }

    static StuckCaseFilter filter(String cause, String rag, String pm, String search) {
        return new StuckCaseFilter(
                Cause.of(cause).orElse(null),
                Arrays.stream(Rag.values())
                        .filter(one -> one.name().equals(rag))
                        .findFirst()
                        .orElse(null),
                pm.isBlank() ? null : pm.strip(),
                search.isBlank() ? null : search.strip());
    }

    @GetMapping("/stuck")
    String all(
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String rag,
            @RequestParam(defaultValue = "") String pm,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Authentication person,
            Model model) {
        Viewer viewer = viewer(person);
        int shown = Math.min(Math.max(page, 1), LAST_PAGE);
        Instant now = clock.instant();
        List<StuckCase> found = stuckCases.of(viewer, filter(cause, rag, pm, q), (shown - 1) * A_PAGE, A_PAGE + 1);
        model.addAllAttributes(Map.of(
                "rows",
                found.stream()
                        .limit(A_PAGE)
                        .map(one -> StuckCaseRow.of(one, viewer, now))
                        .toList(),
                "viewer",
                viewer,
                "causes",
                Cause.values(),
                "cause",
                cause,
                "rag",
                rag,
                "pm",
                pm,
                "q",
                q,
                "page",
                shown,
                "more",
                found.size() > A_PAGE && shown < LAST_PAGE));
        model.addAttribute("brokenLimits", limits.problems());
        return "stuck/all";
    }

    /** One of them, with everything there is to know, and the actions that need a second thought. */
    @GetMapping("/stuck/one")
    String one(@RequestParam String cause, @RequestParam String id, Authentication person, Model model) {
        return show(viewer(person), cause, id, Map.of(), List.of(), model);
    }

    private String show(
            Viewer viewer, String cause, String id, Map<String, String> typed, List<Problem> problems, Model model) {
        StuckCase stuck =
                Cause.of(cause).flatMap(one -> stuckCases.find(viewer, one, id)).orElse(null);
        model.addAllAttributes(Map.of("viewer", viewer, "typed", typed, "problems", problems));
        if (stuck == null) {
            return "stuck/resolved";
        }
        StuckCaseRow listed = StuckCaseRow.of(stuck, viewer, clock.instant());
        model.addAttribute("row", listed);
        model.addAttribute("people", listed.mayReassign() ? steps.candidates(stuck.task()) : List.of());
        model.addAttribute(
                "stackTrace", listed.mayRetry() ? steps.stackTrace(id).orElse(null) : null);
        return "stuck/one";
    }

    @PostMapping("/stuck/retry")
    String retry(@RequestParam String cause, @RequestParam String id, Authentication person, RedirectAttributes after) {
        return redirectAfter(after, () -> tryAgain.retry(viewer(person), causeOf(cause), id));
    }

    @PostMapping("/stuck/retry-all")
    String retryAll(@RequestParam String id, Authentication person, RedirectAttributes after) {
        return redirectAfter(after, () -> tryAgain.retryAll(viewer(person), id));
    }

    @PostMapping("/stuck/remind")
    String remind(
            @RequestParam String cause, @RequestParam String id, Authentication person, RedirectAttributes after) {
        return redirectAfter(after, () -> remind.remind(viewer(person), causeOf(cause), id));
    }

    @PostMapping("/stuck/send-again")
    String sendAgain(@RequestParam String id, Authentication person, RedirectAttributes after) {
        return redirectAfter(after, () -> {
            Viewer viewer = viewer(person);
            StuckCase stuck = stuckCases
                    .find(viewer, Cause.MESSAGE_NOT_DELIVERED, id)
                    .filter(one -> StuckCaseRow.of(one, viewer, clock.instant()).maySendAgain())
                    .orElseThrow(() -> new Refusal("This is no longer stuck: there is nothing left to do."));
            sendAgain.send(new CaseReference(stuck.reference()), Long.parseLong(id), viewer.user());
            return "The message “%s” of case %s is being sent again.".formatted(stuck.step(), stuck.reference());
        });
    }

    @PostMapping("/stuck/reassign")
    String reassign(
            @RequestParam String cause,
            @RequestParam String id,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Map<String, String> typed =
                Map.of("person", sent.getOrDefault("person", ""), "reason", sent.getOrDefault("reason", ""));
        try {
            after.addFlashAttribute(
                    "done",
                    reassign.reassign(
                            viewer(person), causeOf(cause), id, submissions.read(Reassign.Form.class, typed)));
        } catch (Refusal refusal) {
            return show(viewer(person), cause, id, typed, refusal.problems(), model);
        }
        return "redirect:/stuck";
    }

    private static Cause causeOf(String cause) {
        return Cause.of(cause).orElseThrow(() -> new Refusal("There is no such cause."));
    }

    private static String redirectAfter(RedirectAttributes after, Supplier<String> action) {
        try {
            after.addFlashAttribute("done", action.get());
        } catch (Refusal refusal) {
            after.addFlashAttribute("problem", refusal.getMessage());
        }
        return "redirect:/stuck";
    }
}
