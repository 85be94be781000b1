package org.rovingpm.modelchange;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides what becomes of a change that a manager has deployed: it stays, or an earlier version comes back. */
@Component
public class DecideModelChange {

    /** What becomes of the change. */
    public enum Decision {
        KEEP,
        GO_BACK
    }

    /** @param version where to go back to, one of {@link RestoreEarlierVersion#choices} */
    public record Form(
            @NotNull(message = "Say what becomes of the change.") Decision decision,

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
            throw new Refusal("It has been decided already what becomes of this change.");
        }
        if (form.decision() == Decision.KEEP && form.version() != null) {
            throw new Refusal(
                    List.of(new Problem("version", "Choose a version only where an earlier one comes back.")));
        }
        if (form.decision() == Decision.KEEP) {
            changes.note(change, ModelChangeStep.Kind.KEPT, who, null, null, form.reason());
        } else if (form.version() == null) {
            throw new Refusal(List.of(new Problem("version", "Choose the version to go back to.")));
        } else {
            goBack.to(change, form.version(), form.reason(), who);
        }
    }
}
