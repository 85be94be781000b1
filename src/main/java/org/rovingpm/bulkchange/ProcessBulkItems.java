package org.rovingpm.bulkchange;

import java.util.List;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.engine.OutsideStep;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Processes the items of a bulk change, each in a transaction of its own with its outcome. So each is processed once,
 * even after an interruption, and a refused one does not stop the others. The person who started it must still have
 * the role.
 */
@Component
public class ProcessBulkItems {

    static final int AT_A_TIME = 20;
    private static final int ATTEMPTS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(ProcessBulkItems.class);

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
            process(change, position, viewer);
        }
        return waiting.size() < AT_A_TIME;
    }

    /** Another bulk change, or a person, may be at the same task at the same moment: then once more. */
    private void process(BulkChange change, int position, Viewer viewer) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                outsideStep.run(() -> processBulkItem.process(change, position, viewer));
                return;
            } catch (Refusal refusal) {
                note(change, position, refusal.getMessage());
                return;
            } catch (ConcurrencyFailureException meanwhile) {
                LOG.info("Item {} of bulk change {} met somebody else's change: {}", position, change.id(), attempt);
            }
        }
        note(
                change,
                position,
                "Others were changing the same at that moment: start the change again for what is left.");
    }

    private void note(BulkChange change, int position, String explanation) {
        outsideStep.run(() -> changes.note(change.id(), position, false, explanation));
    }
}
