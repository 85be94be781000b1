package org.rovingpm.modelcheck.way;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.flow.DrawnProcess;
import org.rovingpm.modelcheck.flow.Endlessness;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * A loop must wait for somebody or something, or contain a step that can end it; a process may not begin itself again without
 * waiting. Otherwise a case would run in circles and block the engine.
 */
class LoopRules implements TogetherRule {

    @Override
    public Report of(Map<String, DrawnProcess> processes) {
        Endlessness endlessness = new Endlessness(processes);
        return (process, to) -> {
            List<XmlElement> order = process.nodes().toList();
            endlessness.circlesOf(process.id()).forEach(circle -> circle(circle, order, to));
            endlessness
                    .recursionsOf(process.id())
                    .forEach(recursion -> to.problem(
                            recursion.step(),
                            "begins the process “%s”, which comes back to this one without waiting for anything, so that it would never end: put a task, a timer or a message on the way."
                                    .formatted(recursion.begun())));
        };
    }

    private static void circle(Set<XmlElement> circle, List<XmlElement> order, Findings to) {
        order.stream()
                .filter(circle::contains)
                .findFirst()
                .ifPresent(first -> to.problem(
                        first,
                        "is part of a loop without a wait (%s), in which a case would run in circles: put a task, a timer or a message into it."
                                .formatted(circle.stream()
                                        .map(each -> each.label() == null ? each.id() : each.label())
                                        .sorted()
                                        .collect(Collectors.joining(", ")))));
    }
}
