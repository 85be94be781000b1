package org.rovingpm.bulkchange;

import java.util.List;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.engine.OutsideStep;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;

/**
 * Processes the items of a bulk change, each in a transaction of its own with its outcome. So each is processed once,
 * even after an interruption, and a refused one does not stop the others. The person who started it must still have
 * the role.
 */
@Component
public class ProcessBulkItems {

    static final int AT_A_TIME = 20;

    private final BulkChanges changes;
    private final ProcessBulkItem processBulkItem;
    private final OutsideStep outsideStep;
    private final StaffDirectory staff;

    ProcessBulkItems(
            BulkChanges changes, ProcessBulkItem processBulkItem, OutsideStep outsideStep, StaffDirectory staff) {
        this.changes = changes;
        this.processBulkItem = processBulkItem;
        this.outsideStep = outsideStep;
        this.staff = staff;
    }

    /** Processes the next twenty items. @return whether none is left */
    public boolean next(long id) {
        BulkChange change = changes.find(id).orElseThrow();
        Viewer viewer = new Viewer(
                change.askedBy(),
                BulkChangeAccess.ROLES.stream()
                        .filter(role -> staff.of(role).stream()
                                .anyMatch(person -> person.id().equals(change.askedBy())))
                        .map(Role::group)
                        .toList());
        List<Integer> waiting = changes.waiting(id, AT_A_TIME);
        for (int position : waiting) {
            try {
                outsideStep.run(() -> processBulkItem.process(change, position, viewer));
            } catch (Refusal refusal) {
                outsideStep.run(() -> changes.note(id, position, false, refusal.getMessage()));
            }
        }
        return waiting.size() < AT_A_TIME;
    }
}
