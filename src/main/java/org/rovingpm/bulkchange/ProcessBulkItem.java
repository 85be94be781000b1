package org.rovingpm.bulkchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.casechange.FindAnotherPm;
import org.rovingpm.notification.MessageText;
import org.rovingpm.roster.DeclaredInterests;
import org.rovingpm.stuck.RunningSteps;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** Does to one row what the bulk change asks for, by the rules that hold for a single one, and puts it on the record. */
@Component
class ProcessBulkItem {

    private static final int HOURS_A_DAY = 8;

    private final BulkChanges changes;
    private final RunningSteps steps;
    private final FindAnotherPm findAnotherPm;
    private final DeclaredInterests interests;
    private final Timeline timeline;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ProcessBulkItem(
            BulkChanges changes,
            RunningSteps steps,
            FindAnotherPm findAnotherPm,
            DeclaredInterests interests,
            Timeline timeline,
            WorkingCalendar calendar,
            Clock clock) {
        this.changes = changes;
        this.steps = steps;
        this.findAnotherPm = findAnotherPm;
        this.interests = interests;
        this.timeline = timeline;
        this.calendar = calendar;
        this.clock = clock;
    }

    void work(BulkChange change, int position, Viewer viewer) {
        changes.lock(change.id(), position).ifPresent(row -> {
            StartBulkChange.refuseUnlessTheirs(viewer, change.kind());
            refuseInterest(row, viewer);
            String said =
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
            changes.note(change.id(), position, true, said);
        });
    }

    /** Somebody may have declared one since they asked. */
    private void refuseInterest(BulkChange.Row row, Viewer viewer) {
        if (row.reference() != null
                && interests.in(new CaseReference(row.reference())).contains(viewer.user())) {
            throw new Refusal("Whoever asked for this has declared an interest in the practice.");
        }
    }

    private String reassign(BulkChange change, BulkChange.Row row, Viewer viewer) {
        RunningSteps.OpenTask task = task(change, row);
        if (steps.candidates(row.subject()).isEmpty()) {
            throw new Refusal("This task is for %s alone. Where a PM is absent, choose “%s”."
                    .formatted(task.person(), BulkChange.Kind.FIND_ANOTHER_PM.label()));
        }
        if (steps.candidates(row.subject()).stream()
                .noneMatch(person -> person.id().equals(change.toPerson()))) {
            throw new Refusal("The task cannot be given to %s: it is for others, or they have declared an interest."
                    .formatted(change.toPerson()));
        }
        steps.assign(row.subject(), change.toPerson(), viewer);
        record(change, row, viewer, "Task given to another person: " + row.label(), task.person(), change.toPerson());
        return "Given to " + change.toPerson();
    }

    private String moveDeadline(BulkChange change, BulkChange.Row row, Viewer viewer) {
        Instant before = task(change, row).due();
        // What is late already would stay late if it moved from when it was due
        Instant from = before.isAfter(clock.instant()) ? before : clock.instant();
        Instant after = calendar.add(from, Duration.ofHours((long) HOURS_A_DAY * change.days()));
        steps.postpone(row.subject(), after, viewer);
        record(
                change,
                row,
                viewer,
                "Deadline moved: " + row.label(),
                MessageText.time(before),
                MessageText.time(after));
        return "Due " + MessageText.time(after);
    }

    private String retry(BulkChange change, BulkChange.Row row, Viewer viewer) {
        if (!steps.retry(row.subject(), viewer.user())) {
            throw new Refusal("It is being tried again in any case, or has succeeded meanwhile.");
        }
        record(change, row, viewer, "Failed step tried again", null, null);
        return "Tried again";
    }

    private RunningSteps.OpenTask task(BulkChange change, BulkChange.Row row) {
        RunningSteps.OpenTask task =
                steps.task(row.subject()).orElseThrow(() -> new Refusal("The task has been done meanwhile."));
        if (!change.person().equals(task.person())) {
            throw new Refusal("The task is not theirs any more.");
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
