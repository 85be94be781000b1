package org.rovingpm.modelcheck.bpmn;

import java.util.Optional;
import java.util.Set;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.modelcheck.dmn.NamedRows;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Warns of user tasks that have no row in the service levels. */
class TaskRowRules implements Rule {

    private static final String DECISION = ServiceLevels.TABLE.decision();

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        Optional<Set<String>> rows = all.decision(DECISION)
                .filter(decision -> decision.children("decisionTable").findAny().isPresent())
                .map(decision -> new NamedRows(decision).names());
        rows.ifPresent(names -> file.nodes("userTask")
                .filter(BpmnFile::hasDeadlineByName)
                .filter(task -> !names.contains(task.label()))
                .forEach(task -> to.warning(
                        task,
                        nameBefore(task, all)
                                .filter(names::contains)
                                .map(before ->
                                        "was called “%s”, and its row in the table “%s” still has that name, which stays in use: give the row the new name too."
                                                .formatted(before, DECISION))
                                .orElse(("has no row by its name in the table “%s”: add a row “%s”. "
                                                + "Without one, the time of its earlier name applies, or else that of any other step.")
                                        .formatted(DECISION, task.label())))));
    }

    private static Optional<String> nameBefore(XmlElement task, SubmittedFiles all) {
        return Optional.ofNullable(BpmnFile.processOf(task))
                .flatMap(all::before)
                .flatMap(before -> before.find(task.id()))
                .map(XmlElement::label);
    }
}
