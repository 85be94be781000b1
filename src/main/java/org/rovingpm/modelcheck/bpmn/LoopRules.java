package org.rovingpm.modelcheck.bpmn;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * A loop must wait for somebody or something, or contain a step that can end it. Otherwise a case would run in
 * circles and block the engine.
 */
class LoopRules implements Rule {

    private static final String[] WAITING = {
        "userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity"
    };
    private static final String[] DECIDING = {"serviceTask", "businessRuleTask", "sendTask"};

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        List<XmlElement> nodes = file.nodes().filter(node -> node.id() != null).toList();
        Set<String> passing =
                nodes.stream().filter(node -> !waits(node)).map(XmlElement::id).collect(Collectors.toSet());
        Set<String> reported = new HashSet<>();
        nodes.stream()
                .filter(node -> passing.contains(node.id()) && !reported.contains(node.id()))
                .forEach(node -> {
                    Set<String> circle = circle(file, node.id(), passing);
                    if (circle.contains(node.id())) {
                        reported.addAll(circle);
                        if (!hasExit(file, circle)
                                || circle.stream()
                                        .flatMap(id -> file.find(id).stream())
                                        .noneMatch(LoopRules::canEndIt)) {
                            to.problem(
                                    node,
                                    "is part of a loop without a wait (%s), in which a case would run in circles: put a task, a timer or a message into it."
                                            .formatted(circle.stream()
                                                    .flatMap(id -> file.find(id).stream())
                                                    .map(each -> each.label() == null ? each.id() : each.label())
                                                    .sorted()
                                                    .collect(Collectors.joining(", "))));
                        }
                    }
                });
    }

    /** The nodes that can be reached from the node and lead back to it. */
    private static Set<String> circle(BpmnFile file, String node, Set<String> passing) {
        Set<String> forward = file.reachable(List.of(node), passing);
        return forward.stream()
                .filter(each -> each.equals(node)
                        || file.reachable(List.of(each), passing).contains(node))
                .collect(Collectors.toSet());
    }

    private static boolean hasExit(BpmnFile file, Set<String> circle) {
        return circle.stream().flatMap(node -> file.after(node).stream()).anyMatch(next -> !circle.contains(next));
    }

    private static boolean canEndIt(XmlElement node) {
        return node.is(DECIDING)
                && !"#{queueMessage}".equals(node.camunda("delegateExpression"))
                && !"#{alertTeam}".equals(node.camunda("delegateExpression"));
    }

    private static boolean waits(XmlElement node) {
        return node.is(WAITING)
                || node.is("subProcess", "transaction", "adHocSubProcess")
                        && node.all(WAITING).findAny().isPresent()
                || "external".equals(node.camunda("type"));
    }
}
