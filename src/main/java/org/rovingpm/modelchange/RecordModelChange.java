package org.rovingpm.modelchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rovingpm.engine.StartProcess;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.engine.deployment.UpgradeHeld;
import org.rovingpm.modelchange.ChangeReviewProcess.Messages;
import org.rovingpm.modelchange.ChangeReviewProcess.Variables;
import org.rovingpm.modelcheck.ModelsAccepted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records each change of models and starts its review, in the same transaction. */
@Component
public class RecordModelChange {

    private static final String SYSTEM = "system";
    private static final int MOST_OF_NAMES = 200;

    private final ModelChanges changes;
    private final DeployedModels models;
    private final StartProcess startProcess;

    RecordModelChange(ModelChanges changes, DeployedModels models, StartProcess startProcess) {
        this.changes = changes;
        this.models = models;
        this.startProcess = startProcess;
    }

    /** @param files the contents of a new deployment, by file; unchanged files are left out */
    @Transactional
    public void deployed(String deployment, Map<String, byte[]> files, String who) {
        List<ChangedFile> changed = changed(deployment, files);
        if (!changed.isEmpty()) {
            long change = changes.add(ModelChange.Kind.DEPLOYED, deployment, who, changed);
            changes.note(change, ModelChangeStep.Kind.DEPLOYED, who, null, names(changed), null);
            startProcess.start(
                    ChangeReviewProcess.KEY,
                    ModelChange.nameOf(change),
                    Map.of(Variables.CHANGE_ID, change, Variables.CHANGED_FILES, names(changed)));
        }
    }

    /** As {@link #deployed}, for what has been reviewed before it came into force. */
    @Transactional
    public void reviewed(String deployment, Map<String, byte[]> files, Deploy.Review review) {
        List<ChangedFile> changed = changed(deployment, files);
        if (!changed.isEmpty()) {
            long change = changes.add(ModelChange.Kind.DEPLOYED, deployment, review.author(), changed);
            changes.note(change, ModelChangeStep.Kind.DEPLOYED, review.author(), null, names(changed), null);
            changes.note(
                    change,
                    ModelChangeStep.Kind.KEPT,
                    review.who(),
                    null,
                    null,
                    "Reviewed before it came into force, in %s".formatted(review.where()));
        }
    }

    /** @return whether anything in these files differs from what is in force */
    public boolean changesAnything(Map<String, byte[]> files) {
        return !changed("", files).isEmpty();
    }

    /**
     * Records a change that is not in force, and starts its review. The same change is recorded once while it waits.
     *
     * @return its name
     */
    @Transactional
    public String held(Map<String, byte[]> files, String who) {
        List<ChangedFile> changed = changed("", files);
        return changes.findHeld(changed).map(ModelChange::nameOf).orElseGet(() -> hold(changed, who));
    }

    private String hold(List<ChangedFile> changed, String who) {
        long change = changes.add(ModelChange.Kind.HELD, null, who, changed);
        changes.note(change, ModelChangeStep.Kind.CHANGE_HELD, who, null, names(changed), null);
        startProcess.startByMessage(
                Messages.CHANGE_HELD,
                ModelChange.nameOf(change),
                Map.of(Variables.CHANGE_ID, change, Variables.CHANGED_FILES, names(changed)));
        return ModelChange.nameOf(change);
    }

    private List<ChangedFile> changed(String deployment, Map<String, byte[]> files) {
        List<ChangedFile> changed = new ArrayList<>();
        files.forEach((file, content) -> {
            byte[] before = models.inForce(file, deployment)
                    .map(DeployedModels.InForce::content)
                    .orElse(null);
            if (!Arrays.equals(before, content)) {
                changed.add(ChangedFile.deployed(file, before, content));
            }
        });
        return changed;
    }

    /** Records the warnings of the check, because the Modeler only shows that files were accepted. */
    @EventListener
    @Transactional
    public void recordWarnings(ModelsAccepted accepted) {
        accepted.warnings().forEach(warning -> changes.warn(accepted.deployment(), warning.file(), warning.sentence()));
    }

    /** Starts one review, however often this version of the application is started. */
    @EventListener
    @Transactional
    public void recordHeldUpgrade(UpgradeHeld upgrade) {
        if (changes.isKnownUpgrade(upgrade.file(), upgrade.packagedNow())) {
            return;
        }
        // The content that managers last decided about is the base of the comparison
        byte[] base = changes.upgradeDecidedSince(
                        Objects.requireNonNullElse(upgrade.packagedSince(), Instant.EPOCH), upgrade.file())
                .orElse(upgrade.packagedBefore());
        ChangedFile file = new ChangedFile(upgrade.file(), base, upgrade.managers(), upgrade.packagedNow());
        long change = changes.add(ModelChange.Kind.UPGRADE, null, SYSTEM, List.of(file));
        changes.note(change, ModelChangeStep.Kind.UPGRADE_HELD, SYSTEM, null, upgrade.file(), null);
        startProcess.startByMessage(
                Messages.UPGRADE_HELD,
                ModelChange.nameOf(change),
                Map.of(Variables.CHANGE_ID, change, Variables.CHANGED_FILES, upgrade.file()));
    }

    private static String names(List<ChangedFile> files) {
        String names = String.join(", ", files.stream().map(ChangedFile::file).toList());
        return names.length() <= MOST_OF_NAMES ? names : names.substring(0, MOST_OF_NAMES) + " …";
    }
}
