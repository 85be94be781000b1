package org.rovingpm.casepage.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.opentask.CaseTask;
import org.rovingpm.practice.Practices;
import org.rovingpm.stuck.Reassign;
import org.rovingpm.stuck.Remind;
import org.rovingpm.stuck.RunningSteps;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminds people of what a case waits for, and gives its tasks to others. */
@Controller
class TaskActionPages {

    private static final String DONE_ALREADY =
            "There is nothing to remind anybody of any more: it has been done, or the case is on hold.";
    private static final String NOT_TO_BE_GIVEN =
            "This task cannot be given to somebody else: it has been done, waits for the case to be resumed, or is for one person alone.";

    private final Admission admission;
    private final SupportCases cases;
    private final Practices practices;
    private final Remind remind;
    private final Reassign reassign;
    private final RunningSteps steps;
    private final Submissions submissions;
    private final PersonDirectory people;

    TaskActionPages(
            Admission admission,
            SupportCases cases,
            Practices practices,
            Remind remind,
            Reassign reassign,
            RunningSteps steps,
            Submissions submissions,
            PersonDirectory people) {
        this.admission = admission;
        this.cases = cases;
        this.practices = practices;
        this.remind = remind;
        this.reassign = reassign;
        this.steps = steps;
        this.submissions = submissions;
        this.people = people;
    }

    private static Viewer viewer(Authentication person) {
        return new Viewer(person.getName(), Admission.groupsOf(person));
    }

    @GetMapping("/cases/{reference}/reminder")
    String askToRemind(
            @PathVariable("reference") String number,
            @RequestParam(defaultValue = "") String id,
            Authentication person,
            Model model) {
        return showReminder(admission.to(number, person), id, List.of(), person, model);
    }

    @PostMapping("/cases/{reference}/reminder")
    String remind(
            @PathVariable("reference") String number,
            @RequestParam(defaultValue = "") String id,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Admitted reader = admission.to(number, person);
        try {
            after.addFlashAttribute("actionDone", remind.remind(viewer(person), reader.reference(), id));
        } catch (Refusal refusal) {
            return showReminder(reader, id, refusal.problems(), person, model);
        }
        return "redirect:/cases/" + reader.reference();
    }

    private String showReminder(
            Admitted reader, String id, List<Problem> problems, Authentication person, Model model) {
        describe(reader, "Send a reminder", problems, model);
        Optional<Remind.Reminder> found = remind.possible(viewer(person), reader.reference()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            model.addAttribute("sentence", DONE_ALREADY);
            return "casepage/action-impossible";
        }
        model.addAttribute("reminder", found.get());
        model.addAttribute(
                "name",
                found.get().person() == null
                        ? "The practice"
                        : people.nameOf(found.get().person()));
        return "casepage/reminder";
    }

    @GetMapping("/cases/{reference}/reassignment")
    String askWhom(
            @PathVariable("reference") String number,
            @RequestParam(defaultValue = "") String task,
            Authentication person,
            Model model) {
        return showReassignment(admission.to(number, person), task, Map.of(), List.of(), person, model);
    }

    @PostMapping("/cases/{reference}/reassignment")
    String reassign(
            @PathVariable("reference") String number,
            @RequestParam(defaultValue = "") String task,
            @RequestParam Map<String, String> sent,
            Authentication person,
            Model model,
            RedirectAttributes after) {
        Admitted reader = admission.to(number, person);
        Map<String, String> typed =
                Map.of("person", sent.getOrDefault("person", ""), "reason", sent.getOrDefault("reason", ""));
        try {
            after.addFlashAttribute(
                    "actionDone",
                    reassign.reassign(
                            viewer(person), reader.reference(), task, submissions.read(Reassign.Form.class, typed)));
        } catch (Refusal refusal) {
            return showReassignment(reader, task, typed, refusal.problems(), person, model);
        }
        return "redirect:/cases/" + reader.reference();
    }

    private String showReassignment(
            Admitted reader,
            String task,
            Map<String, String> typed,
            List<Problem> problems,
            Authentication person,
            Model model) {
        describe(reader, "Give a task to somebody else", problems, model);
        Optional<CaseTask> found = reassign.possible(viewer(person), reader.reference()).stream()
                .filter(one -> one.id().equals(task))
                .findFirst();
        if (found.isEmpty()) {
            model.addAttribute("sentence", NOT_TO_BE_GIVEN);
            return "casepage/action-impossible";
        }
        model.addAttribute("task", found.get());
        model.addAttribute(
                "holder",
                found.get().assignee() == null
                        ? null
                        : people.nameOf(found.get().assignee()));
        model.addAttribute(
                "people",
                steps.candidates(task).stream()
                        .filter(one -> !one.id().equals(found.get().assignee()))
                        .toList());
        model.addAttribute(
                "typed",
                Map.of("person", typed.getOrDefault("person", ""), "reason", typed.getOrDefault("reason", "")));
        return "casepage/reassignment";
    }

    private void describe(Admitted reader, String title, List<Problem> problems, Model model) {
        SupportCase supportCase = cases.get(reader.reference());
        model.addAttribute("supportCase", supportCase);
        model.addAttribute("practiceName", practices.nameOf(supportCase.practices()));
        model.addAttribute("title", title);
        model.addAttribute("problems", problems);
    }
}
