package org.rovingpm.modelcheck;

import java.util.Optional;
import java.util.Set;
import org.rovingpm.engine.ServiceLevels;

/** Warns of user tasks whose names have no row in the service levels. */
class TaskRows implements Rule {

    private static final String DECISION = ServiceLevels.TABLE.decision();

    @Override
    public void check(BpmnFile file, Submitted all, Findings to) {
        Optional<Set<String>> rows = all.decision(DECISION)
                .filter(decision -> decision.children("decisionTable").findAny().isPresent())
                .map(decision -> new NamedRows(decision).names());
        rows.ifPresent(names -> file.nodes("userTask")
                .filter(TaskRows::needsRow)
                .filter(task -> !names.contains(task.label()))
                .forEach(task -> to.warning(
                        task,
                        nameBefore(task, all)
                                .filter(names::contains)
                                .map(before ->
                                        ("was called “%s”, and the table “%s” has its row by that name, which goes on counting: "
                                                        + "give the row the new name too.")
                                                .formatted(before, DECISION))
                                .orElse(("has no row by its name in the table “%s”: add a row “%s”. "
                                                + "Without one it takes the time of an earlier name of it, or else that of any other step.")
                                        .formatted(DECISION, task.label())))));
    }

    /** Whether a task asks the service levels when it is due: one without a name is warned of already. */
    static boolean needsRow(Xml task) {
        return task.label() != null && task.camunda("dueDate") == null;
    }

    private static Optional<String> nameBefore(Xml task, Submitted all) {
        return Optional.ofNullable(BpmnFile.processOf(task))
                .flatMap(all::before)
                .flatMap(before -> before.find(task.id()))
                .map(Xml::label);
    }
}
