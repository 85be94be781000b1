package org.rovingpm.modelcheck.bpmn;

import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Warns of steps that were removed, or whose id changed, while cases are at them. */
class RunningCaseRules implements Rule {

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.processes()
                .filter(process -> process.id() != null)
                .forEach(process -> all.inForce().casesAt(process.id()).ifPresent(cases -> {
                    Set<String> ids =
                            process.all(BpmnFile.NODES).map(XmlElement::id).collect(Collectors.toSet());
                    cases.forEach((step, count) -> {
                        if (!ids.contains(step)) {
                            String label = all.before(process.id())
                                    .flatMap(before -> before.find(step))
                                    .map(XmlElement::label)
                                    .orElse(step);
                            to.warning(
                                    process,
                                    ("no longer has the step “%s” (%s), at which %s: they stay on their version until somebody moves them. "
                                                    + "If it was only renamed, give it its old id.")
                                            .formatted(
                                                    label,
                                                    step,
                                                    BritishFormat.count(count, "case")
                                                            + (count == 1 ? " is" : " are")));
                        }
                    });
                }));
    }
}
