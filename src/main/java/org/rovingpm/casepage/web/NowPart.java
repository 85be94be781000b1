package org.rovingpm.casepage.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.casepage.NextStep;
import org.rovingpm.casepage.TaskHolders;
import org.rovingpm.casepage.action.PossibleActions;
import org.rovingpm.casepage.web.admission.Admission.Admitted;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.opentask.CaseTask;
import org.rovingpm.opentask.TasksOfCase;
import org.rovingpm.stuck.OpenQuestions;
import org.rovingpm.stuck.Reassign;
import org.rovingpm.stuck.Remind;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The top of the page of a case: whom it waits for now, and what the reader can do. */
@Component
class NowPart {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final TasksOfCase tasks;
    private final OpenQuestions questions;
    private final PossibleActions possibleActions;
    private final Remind remind;
    private final Reassign reassign;
    private final TaskHolders holders;
    private final NextStep nextStep;
    private final Clock clock;

    NowPart(
            TasksOfCase tasks,
            OpenQuestions questions,
            PossibleActions possibleActions,
            Remind remind,
            Reassign reassign,
            TaskHolders holders,
            NextStep nextStep,
            Clock clock) {
        this.tasks = tasks;
        this.questions = questions;
        this.possibleActions = possibleActions;
        this.remind = remind;
        this.reassign = reassign;
        this.holders = holders;
        this.nextStep = nextStep;
        this.clock = clock;
    }

    /**
     * Something that the case waits for.
     *
     * @param what       the task, or what the practice was asked
     * @param who        a person, a team or the practice
     * @param due        null where it has no due date or its clock is stopped
     * @param late       by how much, in words; null if it is not
     * @param taskLink   the task in Tasklist; null if the reader may not do it
     * @param reminder   id of the reminder that the reader can send; null if none
     * @param reassigned id of the task that the reader can give to somebody else; null if none
     */
    record Waiting(
            String what,
            String who,
            Instant since,
            Instant due,
            String late,
            String taskLink,
            String reminder,
            String reassigned) {}

    void addTo(Model model, Admitted reader, Collection<String> groups, SupportCase supportCase) {
        CaseReference reference = reader.reference();
        Viewer viewer = new Viewer(reader.user(), groups);
        Set<String> reminders = remind.possible(viewer, reference).stream()
                .map(Remind.Reminder::id)
                .collect(Collectors.toSet());
        Set<String> reassignable =
                reassign.possible(viewer, reference).stream().map(CaseTask::id).collect(Collectors.toSet());
        List<CaseTask> open = tasks.of(reference);
        Function<CaseTask, String> holder = holders.of(open);
        Instant now = clock.instant();
        List<Waiting> waiting = Stream.concat(
                        open.stream()
                                .map(task -> new Waiting(
                                        task.name(),
                                        holder.apply(task),
                                        task.createdAt(),
                                        task.suspended() ? null : task.dueAt(),
                                        task.overdue(now)
                                                ? BritishFormat.duration(Duration.between(task.dueAt(), now))
                                                : null,
                                        task.isFor(reader.user(), groups) ? TASKLIST + task.id() : null,
                                        reminders.contains(task.id()) ? task.id() : null,
                                        reassignable.contains(task.id()) ? task.id() : null)),
                        questions.of(reference).stream()
                                .map(question -> new Waiting(
                                        question.what(),
                                        question.practice() == null
                                                ? "The practice, by the link in its mail"
                                                : question.practice() + ", by the link in its mail",
                                        question.askedAt(),
                                        null,
                                        null,
                                        null,
                                        reminders.contains(Remind.Reminder.idOf(question))
                                                ? Remind.Reminder.idOf(question)
                                                : null,
                                        null)))
                .toList();
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "nextWeek",
                open.isEmpty() ? nextStep.whileSupported(supportCase).orElse(null) : null);
        model.addAttribute("actions", possibleActions.of(reference, reader.user(), groups));
    }
}
