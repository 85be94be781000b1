package org.rovingpm.modelchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.engine.deployment.DeployedModels.Version;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the content of an earlier version in force again, as the newest version. Like any change, it has a review of
 * its own, in which running cases can be moved too.
 */
@Component
public class RestoreEarlierVersion {

    /** The choice of everything that was in force before the change. */
    public static final String BEFORE = "BEFORE";

    /** The source of its deployments. */
    static final String SOURCE = "Roving PM, change review";

    private final ModelChanges changes;
    private final DeployedModels models;
    private final Deploy deploy;

    RestoreEarlierVersion(ModelChanges changes, DeployedModels models, Deploy deploy) {
        this.changes = changes;
        this.models = models;
        this.deploy = deploy;
    }

    /**
     * A version that can be restored.
     *
     * @param value the key of the choice
     */
    public record Choice(String value, String label) {}

    /** @return the versions that can be restored: first everything before the change, then each earlier version of its files */
    public List<Choice> choices(long change) {
        List<Choice> choices = new ArrayList<>();
        List<ChangedFile> files = changes.filesOf(change);
        if (files.stream().anyMatch(file -> file.before() != null)) {
            choices.add(new Choice(BEFORE, "What was in force before this change"));
        }
        List<Version> earlier = files.stream()
                .flatMap(file -> models.versionsOf(file.file()).stream().skip(1))
                .toList();
        Map<String, String> people =
                changes.deployedBy(earlier.stream().map(Version::deployment).toList());
        earlier.forEach(version -> choices.add(new Choice(
                version.file() + "|" + version.deployment(),
                "%s, version %d of %s, %s"
                        .formatted(
                                version.file(),
                                version.number(),
                                BritishFormat.dateAndTime(version.deployedAt()),
                                origin(version, people.get(version.deployment()))))));
        return choices;
    }

    private static String origin(Version version, String who) {
        boolean packaged =
                DeployedModels.PACKAGED.equals(version.source()) || DeployedModels.APPLIED.equals(version.source());
        return packaged ? "as packaged" : who == null ? "not on the record" : "by " + who;
    }

    /** @param choice one of {@link #choices}; refuses anything else, and a version already in force */
    @Transactional
    public void to(long change, String choice, String reason, String who) {
        Map<String, byte[]> contents = BEFORE.equals(choice) ? before(change) : version(change, choice);
        contents.entrySet()
                .removeIf(file -> Arrays.equals(
                        file.getValue(),
                        models.inForce(file.getKey(), "")
                                .map(DeployedModels.InForce::content)
                                .orElse(null)));
        if (contents.isEmpty()) {
            throw new Refusal("That version is already in force.");
        }
        String names = String.join(", ", contents.keySet());
        deploy.files("%s: earlier versions restored".formatted(ModelChange.nameOf(change)), SOURCE, contents);
        changes.note(change, ModelChangeStep.Kind.WENT_BACK, who, names, labelOf(change, choice), reason);
    }

    private String labelOf(long change, String choice) {
        return choices(change).stream()
                .filter(known -> known.value().equals(choice))
                .map(Choice::label)
                .findFirst()
                .orElse(choice);
    }

    private Map<String, byte[]> before(long change) {
        return changes.filesOf(change).stream()
                .filter(file -> file.before() != null)
                .collect(Collectors.toMap(
                        ChangedFile::file, ChangedFile::before, (one, other) -> one, LinkedHashMap::new));
    }

    private Map<String, byte[]> version(long change, String choice) {
        if (choice == null
                || choices(change).stream().noneMatch(known -> known.value().equals(choice))) {
            throw new Refusal(List.of(new Problem("version", "Choose the version to restore.")));
        }
        String[] parts = choice.split("\\|", 2);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(
                parts[0],
                models.content(parts[0], parts[1])
                        .orElseThrow(() -> new Refusal("This version has been deleted: choose another.")));
        return contents;
    }
}
