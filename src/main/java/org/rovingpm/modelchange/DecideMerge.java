package org.rovingpm.modelchange;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Map;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides between an upgrade's version of a file and a manager's version of it. */
@Component
public class DecideMerge {

    /** Which version is in force from now on. */
    public enum Decision {
        KEEP_OURS,
        TAKE_PACKAGED,
        DEPLOYED_MERGED
    }

    /** The manager's answers. */
    public record Form(
            @NotNull(message = "Choose which version to use.") Decision decision,

            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 1000)
            String reason) {}

    private final ModelChanges changes;
    private final DeployedModels models;
    private final Deploy deploy;

    DecideMerge(ModelChanges changes, DeployedModels models, Deploy deploy) {
        this.changes = changes;
        this.models = models;
        this.deploy = deploy;
    }

    /** Refuses a packaged version that a later upgrade has replaced, and a merged version that nobody has deployed. */
    @Transactional
    public void decide(long change, Form form, String who) {
        if (changes.get(change).decided()) {
            throw new Refusal("This has already been decided.");
        }
        ChangedFile file = changes.filesOf(change).get(0);
        switch (form.decision()) {
            case KEEP_OURS ->
                changes.note(change, ModelChangeStep.Kind.KEPT_OURS, who, null, file.file(), form.reason());
            case TAKE_PACKAGED -> takePackaged(change, file, form.reason(), who);
            case DEPLOYED_MERGED -> merged(change, file, form.reason(), who);
        }
    }

    private void takePackaged(long change, ChangedFile file, String reason, String who) {
        if (changes.isOutdatedUpgrade(change)) {
            throw new Refusal("A later upgrade has brought another %s: decide in its task.".formatted(file.file()));
        }
        deploy.files(
                "%s: packaged version applied".formatted(ModelChange.nameOf(change)),
                DeployedModels.APPLIED,
                Map.of(file.file(), file.after()));
        changes.note(change, ModelChangeStep.Kind.TOOK_PACKAGED, who, null, file.file(), reason);
    }

    private void merged(long change, ChangedFile file, String reason, String who) {
        byte[] inForce = models.inForce(file.file(), "")
                .map(DeployedModels.InForce::content)
                .orElse(null);
        if (Arrays.equals(inForce, file.before())) {
            throw new Refusal("The version in force has not changed: deploy the merged %s from the Modeler first."
                    .formatted(file.file()));
        }
        changes.note(change, ModelChangeStep.Kind.MERGED, who, null, file.file(), reason);
    }
}
