package org.rovingpm.modelchange;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether a change that waits for its review comes into force. Nobody puts their own change in force. */
@Component
public class DecideHeldChange {

    /** What happens to the change. */
    public enum Decision {
        PUT_IN_FORCE,
        DROP
    }

    /** The answers of whoever reviews it. */
    public record Form(
            @NotNull(message = "Choose what happens to the change.") Decision decision,

            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 1000)
            String reason) {}

    private final ModelChanges changes;
    private final DeployedModels models;
    private final Deploy deploy;

    DecideHeldChange(ModelChanges changes, DeployedModels models, Deploy deploy) {
        this.changes = changes;
        this.models = models;
        this.deploy = deploy;
    }

    /** Refuses what has been decided, and to put in force one's own change or one that is about an older version. */
    @Transactional
    public void decide(long change, Form form, String who) {
        ModelChange held = changes.get(change);
        if (held.decided()) {
            throw new Refusal("This change has already been decided.");
        }
        if (form.decision() == Decision.DROP) {
            changes.note(change, ModelChangeStep.Kind.DROPPED, who, null, null, form.reason());
        } else {
            putInForce(held, form.reason(), who);
        }
    }

    private void putInForce(ModelChange held, String reason, String who) {
        if (held.madeBy().equals(who)) {
            throw new Refusal("You made this change, so another process manager decides whether it comes into force. "
                    + "You can drop it at any time.");
        }
        List<ChangedFile> files = changes.filesOf(held.id());
        files.stream().filter(this::isOutdated).findFirst().ifPresent(file -> {
            throw new Refusal(
                    "Another version of %s has come into force since: drop this change, and deploy one that starts from that version."
                            .formatted(file.file()));
        });
        deploy.reviewed(
                "%s: put in force".formatted(held.name()),
                RestoreEarlierVersion.SOURCE,
                files.stream().collect(Collectors.toMap(ChangedFile::file, ChangedFile::after)),
                new Deploy.Review(held.madeBy(), who, held.name()));
        changes.note(held.id(), ModelChangeStep.Kind.PUT_IN_FORCE, who, null, null, reason);
    }

    private boolean isOutdated(ChangedFile file) {
        byte[] inForce = models.inForce(file.file(), "")
                .map(DeployedModels.InForce::content)
                .orElse(null);
        return !Arrays.equals(inForce, file.before());
    }
}
