package org.rovingpm.stuck;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a late task to another person. A task that its model gives to one person, such as a PM's, stays with them. */
@Component
public class Reassign {

    /** To whom, and why. */
    public record Form(
            @NotNull(message = "Choose who is to do the task.") @PlainText(label = "Who is to do it", max = 64)
            String person,

            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 500)
            String reason) {}

    private final StuckCases stuckCases;
    private final RunningSteps steps;
    private final Timeline timeline;
    private final PersonDirectory people;

    Reassign(StuckCases stuckCases, RunningSteps steps, Timeline timeline, PersonDirectory people) {
        this.stuckCases = stuckCases;
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
        if (form.person().equals(found.person())) {
            throw new Refusal("person", "The task is theirs already.");
        }
        StaffDirectory.Person to = steps.candidates(found.task()).stream()
                .filter(person -> person.id().equals(form.person()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "person", "The task cannot be given to %s.".formatted(people.nameOf(form.person()))));
        steps.assign(found.task(), form.person(), viewer);
        timeline.add(
                new CaseReference(found.reference()),
                viewer.user(),
                "Task given to another person: " + found.step(),
                found.person(),
                form.person(),
                form.reason());
        return "The task “%s” of case %s has been given to %s.".formatted(found.step(), found.reference(), to.name());
    }
}
