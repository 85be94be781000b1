package org.rovingpm.modelcheck;

import java.util.Set;
import java.util.stream.Collectors;

/** Warns of steps that are gone, or have another id, while cases stand at them. */
class RunningCases implements Rule {

    @Override
    public void check(BpmnFile file, Submitted all, Findings to) {
        file.processes()
                .filter(process -> process.id() != null)
                .forEach(process -> all.inForce().casesAt(process.id()).ifPresent(cases -> {
                    Set<String> ids = process.all(BpmnFile.NODES).map(Xml::id).collect(Collectors.toSet());
                    cases.forEach((step, count) -> {
                        if (!ids.contains(step)) {
                            String label = all.before(process.id())
                                    .flatMap(before -> before.find(step))
                                    .map(Xml::label)
                                    .orElse(step);
                            to.warning(
                                    process,
                                    ("no longer has the step “%s” (%s), at which %s: they stay on their version until somebody moves them. "
                                                    + "If it was only renamed, give it its old id.")
                                            .formatted(label, step, count == 1 ? "1 case is" : count + " cases are"));
                        }
                    });
                }));
    }
}
