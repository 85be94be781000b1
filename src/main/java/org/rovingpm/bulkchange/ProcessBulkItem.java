package org.rovingpm.bulkchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.casechange.FindAnotherPm;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.stuck.RunningSteps;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** Processes one bulk item by the rules for a single change, and records it on the timeline. */
@Component
class ProcessBulkItem {

    private static final int HOURS_A_DAY = 8;

    private final BulkChanges changes;
    private final RunningSteps steps;
    private final FindAnotherPm findAnotherPm;
    private final HiddenCases hiddenCases;
    private final Timeline timeline;
    private final PersonDirectory people;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ProcessBulkItem(
            BulkChanges changes,
            RunningSteps steps,
            FindAnotherPm findAnotherPm,
            HiddenCases hiddenCases,
            Timeline timeline,
            PersonDirectory people,
            WorkingCalendar calendar,
            Clock clock) {
        this.changes = changes;
        this.steps = steps;
        this.findAnotherPm = findAnotherPm;
        this.hiddenCases = hiddenCases;
        this.timeline = timeline;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    void process(BulkChange change, int position, Viewer viewer) {
        changes.lock(change.id(), position).ifPresent(row -> {
            StartBulkChange.refuseUnlessAllowed(viewer, change.kind());
            refuseHidden(row, viewer);
            String explanation =
                    switch (change.kind()) {
                        case REASSIGN -> reassign(change, row, viewer);
                        case FIND_ANOTHER_PM ->
                            findAnotherPm.find(
                                    new CaseReference(row.reference()),
                                    change.person(),
                                    change.reason(),
                                    viewer.user());
                        case MOVE_DEADLINES -> moveDeadline(change, row, viewer);
                        case RETRY -> retry(change, row, viewer);
                    };
            changes.note(change.id(), position, true, explanation);
        });
    }

    /** The case may have been hidden from them since the bulk change started. */
    private void refuseHidden(BulkChange.Row row, Viewer viewer) {
        if (row.reference() != null && hiddenCases.hides(new CaseReference(row.reference()), viewer.user())) {
            throw new Refusal("The person who started this may no longer see the case.");
        }
    }

    private String reassign(BulkChange change, BulkChange.Row row, Viewer viewer) {
        RunningSteps.OpenTask task = task(change, row);
        List<StaffDirectory.Person> candidates = steps.candidates(row.subject());
        if (candidates.isEmpty()) {
            throw new Refusal("This task is for %s alone. Where a PM is absent, choose “%s”."
                    .formatted(people.nameOf(task.person()), BulkChange.Kind.FIND_ANOTHER_PM.label()));
        }
        StaffDirectory.Person to = candidates.stream()
                .filter(person -> person.id().equals(change.toPerson()))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal("The task cannot be given to %s: it is for others, or the case is hidden from them."
                                .formatted(people.nameOf(change.toPerson()))));
        steps.assign(row.subject(), change.toPerson(), viewer);
        record(change, row, viewer, "Task given to another person: " + row.label(), task.person(), change.toPerson());
        return "Given to " + to.name();
    }

    private String moveDeadline(BulkChange change, BulkChange.Row row, Viewer viewer) {
        Instant before = task(change, row).due();
        // A late task would still be late if its deadline moved from the old one
        Instant from = before.isAfter(clock.instant()) ? before : clock.instant();
        Instant after = calendar.add(from, Duration.ofHours((long) HOURS_A_DAY * change.days()));
        steps.postpone(row.subject(), after, viewer);
        record(
                change,
                row,
                viewer,
                "Deadline moved: " + row.label(),
                BritishFormat.weekdayDateAndTime(before),
                BritishFormat.weekdayDateAndTime(after));
        return "Due " + BritishFormat.weekdayDateAndTime(after);
    }

    private String retry(BulkChange change, BulkChange.Row row, Viewer viewer) {
        if (!steps.retry(row.subject(), viewer.user())) {
            throw new Refusal("It is being retried already, or has succeeded.");
        }
        record(change, row, viewer, "Failed step retried", null, null);
        return "Tried again";
    }

    private RunningSteps.OpenTask task(BulkChange change, BulkChange.Row row) {
        RunningSteps.OpenTask task =
                steps.task(row.subject()).orElseThrow(() -> new Refusal("The task has already been done."));
        if (!change.person().equals(task.person())) {
            throw new Refusal("The task is no longer theirs.");
        }
        return task;
    }

    private void record(
            BulkChange change, BulkChange.Row row, Viewer viewer, String what, String before, String after) {
        if (row.reference() != null) {
            timeline.add(new CaseReference(row.reference()), viewer.user(), what, before, after, change.reason());
        }
    }
}
