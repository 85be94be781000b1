package org.rovingpm.casepage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.checkin.PlanWeek;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.opentask.CaseTask;
import org.rovingpm.opentask.TasksOfCase;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** What comes next in a case, in words, for somebody who may see it. */
@Component
public class NextStep {

    private static final int MOST_NAMED = 2;
    private static final int MOST_DONE = 4;
    private static final Duration LATELY = Duration.ofMinutes(1);

    private final SupportCases cases;
    private final Timeline timeline;
    private final TasksOfCase tasks;
    private final CaseTasks caseTasks;
    private final TaskHolders holders;
    private final Placements placements;
    private final PlanWeek planWeek;
    private final PersonDirectory people;
    private final Clock clock;

    NextStep(
            SupportCases cases,
            Timeline timeline,
            TasksOfCase tasks,
            CaseTasks caseTasks,
            TaskHolders holders,
            Placements placements,
            PlanWeek planWeek,
            PersonDirectory people,
            Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.holders = holders;
        this.placements = placements;
        this.planWeek = planWeek;
        this.people = people;
        this.clock = clock;
    }

    /**
     * What came of something that somebody has just done in a case.
     *
     * @param sentence what it was and what is next, who has it and by when
     * @param onItsWay whether the next step is still on its way: more can be said in a moment
     */
    public record Outcome(String sentence, boolean onItsWay) {}

    public Outcome after(CaseReference reference, String who) {
        SupportCase supportCase = cases.get(reference);
        String done = "%s: %s. ".formatted(reference, justDone(reference, who));
        List<CaseTask> open = tasks.of(reference);
        CaseTasks.Step step = caseTasks.stepOf(reference);
        boolean onItsWay = step == CaseTasks.Step.ON_ITS_WAY;
        return new Outcome(done + next(supportCase, open, step), onItsWay);
    }

    /** What this person has put on the record in this minute, in the order in which it happened. */
    private String justDone(CaseReference reference, String who) {
        Instant lately = clock.instant().minus(LATELY);
        List<String> entries = new ArrayList<>(timeline.latest(reference, MOST_DONE).stream()
                .filter(entry -> entry.who().equals(who) && entry.at().isAfter(lately))
                .map(Timeline.Entry::what)
                .toList());
        Collections.reverse(entries);
        return entries.isEmpty() ? "done" : String.join("; ", entries);
    }

    private String next(SupportCase supportCase, List<CaseTask> open, CaseTasks.Step step) {
        if (!supportCase.stage().open()) {
            return "The case has ended (%s)."
                    .formatted(supportCase.stage().label().toLowerCase(Locale.ROOT));
        }
        if (supportCase.onHold()) {
            return "The case is on hold until %s.".formatted(BritishFormat.date(supportCase.heldUntil()));
        }
        return Stream.of(
                        named(open),
                        step == CaseTasks.Step.FAILED
                                ? Optional.of(
                                        "A step did not work and is listed under “Stuck cases” until it is fixed.")
                                : Optional.<String>empty(),
                        step == CaseTasks.Step.ON_ITS_WAY
                                ? Optional.of("The next step is on its way.")
                                : Optional.<String>empty(),
                        open.isEmpty() && step == CaseTasks.Step.NONE
                                ? whileSupported(supportCase).or(() -> Optional.of("Nobody has a task in it now."))
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> named(List<CaseTask> open) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Function<CaseTask, String> holder = holders.of(open);
        String first = open.stream()
                .limit(MOST_NAMED)
                .map(task -> "“%s” is with %s%s"
                        .formatted(
                                task.name(),
                                holder.apply(task),
                                task.dueAt() == null
                                        ? ""
                                        : ", due by " + BritishFormat.weekdayDateAndTime(task.dueAt())))
                .collect(Collectors.joining("; "));
        int others = open.size() - MOST_NAMED;
        return Optional.of(
                first + (others > 0 ? "; and %s".formatted(BritishFormat.count(others, "more task")) : "") + ".");
    }

    /** @return that support goes on and when the PM reports next; empty at another stage or without a plan */
    public Optional<String> whileSupported(SupportCase supportCase) {
        if (supportCase.stage() != CaseStage.SUPPORTED || supportCase.onHold()) {
            return Optional.empty();
        }
        try {
            Instant end = PlanWeek.endAfterHold(planWeek.next(supportCase.reference()), clock.instant());
            return Optional.of("Support goes on. Next comes the check-in for the week ending %s, by %s."
                    .formatted(
                            BritishFormat.weekdayAndDate(
                                    end.atZone(SchemeTime.ZONE).toLocalDate()),
                            placements
                                    .active(supportCase.reference())
                                    .map(Placement::pm)
                                    .map(people::nameOf)
                                    .orElse("the PM")));
        } catch (Refusal noPlan) {
            return Optional.empty();
        }
    }
}
