package org.rovingpm.modelchange;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whether a change that a manager deployed stays, or an earlier version is restored. Nobody decides alone that their own
 * change stays, unless there is no other process manager; restoring an earlier version need not wait for anybody.
 */
@Component
public class DecideModelChange {

    /** What happens to the change. */
    public enum Decision {
        KEEP,
        GO_BACK
    }

    /** @param version the version to restore, one of {@link RestoreEarlierVersion#choices} */
    public record Form(
            @NotNull(message = "Choose what happens to the change.") Decision decision,

            @PlainText(label = "The version", max = 400) String version,

            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 1000)
            String reason) {}

    private final ModelChanges changes;
    private final RestoreEarlierVersion goBack;
    private final StaffDirectory staff;

    DecideModelChange(ModelChanges changes, RestoreEarlierVersion goBack, StaffDirectory staff) {
        this.changes = changes;
        this.goBack = goBack;
        this.staff = staff;
    }

    @Transactional
    public void decide(long change, Form form, String who) {
        ModelChange decided = changes.get(change);
        if (decided.decided()) {
            throw new Refusal("This change has already been decided.");
        }
        if (form.decision() == Decision.KEEP && form.version() != null) {
            throw new Refusal(List.of(new Problem("version", "Choose a version only if you restore an earlier one.")));
        }
        if (form.decision() == Decision.KEEP) {
            refuseOwn(decided, who);
            changes.note(change, ModelChangeStep.Kind.KEPT, who, null, null, form.reason());
        } else if (form.version() == null) {
            throw new Refusal(List.of(new Problem("version", "Choose the version to restore.")));
        } else {
            goBack.to(change, form.version(), form.reason(), who);
        }
    }

    private void refuseOwn(ModelChange change, String who) {
        if (change.madeBy().equals(who)
                && staff.of(Role.PROCESS_MANAGER).stream()
                        .anyMatch(other -> !other.id().equals(who))) {
            throw new Refusal("You made this change, so another process manager decides whether it stays. "
                    + "You can restore an earlier version at any time.");
        }
    }
}
