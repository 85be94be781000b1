package org.rovingpm.modelchange;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether a change that a manager deployed stays, or an earlier version is restored. */
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

    DecideModelChange(ModelChanges changes, RestoreEarlierVersion goBack) {
        this.changes = changes;
        this.goBack = goBack;
    }

    @Transactional
    public void decide(long change, Form form, String who) {
        if (changes.get(change).decided()) {
            throw new Refusal("This change has already been decided.");
        }
        if (form.decision() == Decision.KEEP && form.version() != null) {
            throw new Refusal(List.of(new Problem("version", "Choose a version only if you restore an earlier one.")));
        }
        if (form.decision() == Decision.KEEP) {
            changes.note(change, ModelChangeStep.Kind.KEPT, who, null, null, form.reason());
        } else if (form.version() == null) {
            throw new Refusal(List.of(new Problem("version", "Choose the version to restore.")));
        } else {
            goBack.to(change, form.version(), form.reason(), who);
        }
    }
}
