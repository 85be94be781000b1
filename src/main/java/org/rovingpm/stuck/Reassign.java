package org.rovingpm.stuck;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.opentask.CaseTask;
import org.rovingpm.opentask.TasksOfCase;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a task to another person. A task that its model gives to one person, such as a PM's, stays with them. */
@Component
public class Reassign {

    /** To whom, and why. */
    public record Form(
            @NotNull(message = "Choose who is to do the task.") @PlainText(label = "Who is to do it", max = 64)
            String person,

            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 500)
            String reason) {}

    private final StuckCases stuckCases;
    private final TasksOfCase tasks;
    private final RunningSteps steps;
    private final Timeline timeline;
    private final PersonDirectory people;

    Reassign(StuckCases stuckCases, TasksOfCase tasks, RunningSteps steps, Timeline timeline, PersonDirectory people) {
        this.stuckCases = stuckCases;
        this.tasks = tasks;
        this.steps = steps;
        this.timeline = timeline;
        this.people = people;
    }

    /** @return a sentence about the result */
    @Transactional
    public String reassign(Viewer viewer, Cause cause, String id, Form form) {
        TryAgain.refuseUnless(viewer.mayReassign());
        StuckCase found = stuckCases
                .find(viewer, cause, id)
                .filter(one -> one.task() != null)
                .orElseThrow(TryAgain::noLongerStuck);
        return reassign(viewer, new CaseReference(found.reference()), found.task(), found.step(), found.person(), form);
    }

    /**
     * As {@link #reassign(Viewer, Cause, String, Form)}, a task that need not be late. Refuses one that has been done meanwhile, that
     * waits for its case to be resumed, or that the process gives to one person.
     */
    @Transactional
    public String reassign(Viewer viewer, CaseReference reference, String task, Form form) {
        TryAgain.refuseUnless(viewer.mayReassign());
        CaseTask found = tasks.find(reference, task)
                .filter(this::isPossible)
                .orElseThrow(() -> new Refusal("This task can no longer be given to anybody: look at the case again."));
        return reassign(viewer, reference, task, found.name(), found.assignee(), form);
    }

    /** @return the open tasks of the case that this person can give to others */
    public List<CaseTask> possible(Viewer viewer, CaseReference reference) {
        return viewer.mayReassign()
                ? tasks.of(reference).stream().filter(this::isPossible).toList()
                : List.of();
    }

    private boolean isPossible(CaseTask task) {
        return !task.suspended() && !task.groups().isEmpty();
    }

    private String reassign(
            Viewer viewer, CaseReference reference, String task, String step, String holder, Form form) {
        if (form.person().equals(holder)) {
            throw new Refusal("person", "The task is theirs already.");
        }
        StaffDirectory.Person to = steps.candidates(task).stream()
                .filter(person -> person.id().equals(form.person()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "person", "The task cannot be given to %s.".formatted(people.nameOf(form.person()))));
        steps.assign(task, form.person(), viewer);
        timeline.add(
                reference,
                viewer.user(),
                "Task given to another person: " + step,
                holder,
                form.person(),
                form.reason());
        return "The task “%s” of case %s has been given to %s.".formatted(step, reference, to.name());
    }
}
