package org.rovingpm.modelchange.process;

import java.util.List;
import java.util.Map;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.engine.FormText;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.modelchange.ChangedFile;
import org.rovingpm.modelchange.ModelChange;
import org.rovingpm.modelchange.ModelChanges;
import org.rovingpm.modelchange.difference.Difference;
import org.springframework.stereotype.Component;

/** A summary of a change for forms. */
@Component
class ModelChangeSummary {

    private static final int MOST_SENTENCES = 20;

    private final ModelChanges changes;
    private final PersonDirectory people;

    ModelChangeSummary(ModelChanges changes, PersonDirectory people) {
        this.changes = changes;
        this.people = people;
    }

    /** @return the change in one line with a link to its page, as Markdown */
    String of(long id) {
        ModelChange change = changes.get(id);
        return "[%s](/changes/%d) · **%s** · %s"
                .formatted(
                        change.name(),
                        id,
                        FormText.escaped(String.join(", ", change.files())),
                        change.isUpgrade()
                                ? "held back from an upgrade on %s"
                                        .formatted(BritishFormat.dateAndTime(change.madeAt()))
                                : "%s by %s on %s"
                                        .formatted(
                                                change.isHeld() ? "sent" : "deployed",
                                                FormText.escaped(people.namesThen(List.of(change.madeBy()))
                                                        .on(change.madeBy(), change.madeAt())),
                                                BritishFormat.dateAndTime(change.madeAt())));
    }

    /** @return what is different, in words, as Markdown */
    Map<String, Object> differencesOf(long id) {
        StringBuilder text = new StringBuilder();
        changes.warningsOf(id)
                .forEach(warning ->
                        text.append("⚠ ").append(FormText.escaped(warning)).append("\n\n"));
        for (ChangedFile file : changes.filesOf(id)) {
            List<Difference> differences = file.differences();
            text.append("**").append(FormText.escaped(file.file())).append("**\n\n");
            differences.stream().limit(MOST_SENTENCES).forEach(difference -> text.append("- ")
                    .append(FormText.escaped(difference.sentence()))
                    .append('\n'));
            if (differences.size() > MOST_SENTENCES) {
                text.append("- and ")
                        .append(differences.size() - MOST_SENTENCES)
                        .append(" more, on the page of the change\n");
            }
            text.append('\n');
        }
        return Map.of("caseSummary", of(id), "differences", text.toString().strip());
    }
}
