package org.rovingpm.bulkchange;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.engine.StartProcess;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.StuckCase;
import org.rovingpm.stuck.StuckCases;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a bulk change: records its items as they are now, and leaves them to its process. */
@Component
public class StartBulkChange {

    /** The most items of one bulk change. */
    public static final int MOST = 500;

    /**
     * What is to be done, to what, and why.
     *
     * @param confirmed whether the person has confirmed that these cases lose their PM
     */
    public record Form(
            @NotNull(message = "Choose what is to be done.") BulkChange.Kind kind,

            @PlainText(label = "Whose tasks or cases", max = 64)
            String person,

            @PlainText(label = "Who gets them", max = 64) String toPerson,

            @Min(value = 1, message = "Give a number of working days from 1 to 60.") @Max(value = 60, message = "Give a number of working days from 1 to 60.") Integer days,

            @PlainText(label = "What fails", max = 400) String failing,

            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 500)
            String reason,

            Boolean confirmed) {

        /** The page sends all fields, whatever the kind. */
        private Form ofItsKind() {
            return new Form(
                    kind,
                    kind == BulkChange.Kind.RETRY ? null : person,
                    kind == BulkChange.Kind.REASSIGN ? toPerson : null,
                    kind == BulkChange.Kind.MOVE_DEADLINES ? days : null,
                    kind == BulkChange.Kind.RETRY ? failing : null,
                    reason,
                    confirmed);
        }
    }

    private final BulkChanges changes;
    private final BulkItemQuery bulkItemQuery;
    private final StuckCases stuckCases;
    private final StaffDirectory staff;
    private final PersonDirectory people;
    private final StartProcess startProcess;

    StartBulkChange(
            BulkChanges changes,
            BulkItemQuery bulkItemQuery,
            StuckCases stuckCases,
            StaffDirectory staff,
            PersonDirectory people,
            StartProcess startProcess) {
        this.changes = changes;
        this.bulkItemQuery = bulkItemQuery;
        this.stuckCases = stuckCases;
        this.staff = staff;
        this.people = people;
        this.startProcess = startProcess;
    }

    /**
     * @param key the key of the page; sending it twice has one effect
     * @return the number of the bulk change
     */
    @Transactional
    public long start(Viewer viewer, Form sent, String key) {
        Form form = checked(viewer, sent);
        Optional<Long> added = changes.add(key, form, viewer.user());
        if (added.isEmpty()) {
            return changes.idOf(key);
        }
        List<BulkItemQuery.Row> rows = found(viewer, form);
        if (form.kind() == BulkChange.Kind.FIND_ANOTHER_PM && !Boolean.TRUE.equals(form.confirmed())) {
            throw new Refusal(
                    "confirmed",
                    "Look at the cases that will need another PM, and confirm that one is to be found for all of them.");
        }
        changes.add(added.get(), rows);
        startProcess.start(
                BulkChangeProcess.KEY,
                "bulk " + added.get(),
                Map.of(BulkChangeProcess.Variables.BULK_CHANGE, added.get()));
        return added.get();
    }

    /**
     * Refuses what {@link #start} would refuse, apart from a missing confirmation.
     *
     * @return what would be changed
     */
    @Transactional(readOnly = true)
    public List<BulkItemQuery.Row> wouldChange(Viewer viewer, Form sent) {
        return found(viewer, checked(viewer, sent));
    }

    private Form checked(Viewer viewer, Form sent) {
        refuseUnlessAllowed(viewer, sent.kind());
        Form form = sent.ofItsKind();
        new Problems()
                .require(
                        form.kind() == BulkChange.Kind.RETRY || form.person() != null,
                        "person",
                        "Say whose tasks or cases it is about.")
                .require(
                        form.kind() != BulkChange.Kind.REASSIGN || form.toPerson() != null,
                        "toPerson",
                        "Say who gets the tasks.")
                .require(
                        form.kind() != BulkChange.Kind.REASSIGN
                                || form.toPerson() == null
                                || !form.toPerson().equals(form.person()),
                        "toPerson",
                        "They are theirs already: choose somebody else.")
                .require(
                        form.toPerson() == null || staff.find(form.toPerson()).isPresent(),
                        "toPerson",
                        "There is nobody with this user name.")
                .require(
                        form.kind() != BulkChange.Kind.MOVE_DEADLINES || form.days() != null,
                        "days",
                        "Say by how many working days the deadlines move.")
                .require(
                        form.kind() != BulkChange.Kind.RETRY
                                || form.failing() != null && form.failing().contains("/"),
                        "failing",
                        "Choose what fails.")
                .refuseIfAny();
        return form;
    }

    private List<BulkItemQuery.Row> found(Viewer viewer, Form form) {
        List<BulkItemQuery.Row> rows = rows(viewer, form);
        if (rows.isEmpty()) {
            throw new Refusal(
                    form.kind() == BulkChange.Kind.RETRY ? "failing" : "person",
                    "There is nothing to do: no such tasks, cases or failures are left.");
        }
        if (form.kind() == BulkChange.Kind.REASSIGN && bulkItemQuery.canReassignNone(form.person())) {
            throw new Refusal(
                    "kind",
                    "The tasks of %s cannot be given to anybody else, because they are a PM's: choose “%s” instead."
                            .formatted(people.nameOf(form.person()), BulkChange.Kind.FIND_ANOTHER_PM.label()));
        }
        return rows;
    }

    static void refuseUnlessAllowed(Viewer viewer, BulkChange.Kind kind) {
        if (!(kind == BulkChange.Kind.RETRY ? viewer.mayRetry() : viewer.mayReassign())) {
            throw new Refusal("kind", "Your role may not do this.");
        }
    }

    private List<BulkItemQuery.Row> rows(Viewer viewer, Form form) {
        return switch (form.kind()) {
            case REASSIGN, MOVE_DEADLINES -> bulkItemQuery.tasksOf(form.person(), viewer.user(), MOST);
            case FIND_ANOTHER_PM -> bulkItemQuery.casesOf(form.person(), viewer.user(), MOST);
            case RETRY -> failures(viewer, form);
        };
    }

    private List<BulkItemQuery.Row> failures(Viewer viewer, Form form) {
        String step = stuckCases
                .find(viewer, Cause.FAULTY_VERSION, form.failing())
                .map(StuckCase::step)
                .orElse("Failed step");
        int middle = form.failing().lastIndexOf('/');
        return bulkItemQuery
                .failuresAt(
                        form.failing().substring(0, middle), form.failing().substring(middle + 1), viewer.user(), MOST)
                .stream()
                .map(row -> new BulkItemQuery.Row(row.subject(), row.reference(), "", step))
                .toList();
    }
}
