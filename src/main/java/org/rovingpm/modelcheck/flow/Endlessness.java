package org.rovingpm.modelcheck.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Where a case would run in circles without ever waiting: within a process, and through processes that begin each other. */
public final class Endlessness {

    /** A step that begins a process from which everything comes back to the one that the step is in. */
    public record Recursion(XmlElement step, String begun) {}

    private final Map<String, DrawnProcess> processes;
    private final Waiting waiting;
    private final Map<String, Map<XmlElement, String>> begun = new TreeMap<>();
    private final Set<Set<String>> recursions = new HashSet<>();

    /** @param processes all of them as they would be in force, by their ids */
    public Endlessness(Map<String, DrawnProcess> processes) {
        this.processes = processes;
        this.waiting = new Waiting(processes);
        processes.forEach((id, process) -> begun.put(id, waiting.begunAtOnce(process)));
        recursions.addAll(Circles.in(begun.keySet(), id -> begun.get(id).values()));
    }

    /** Steps that wait for nothing and lead back to themselves, unless one of them can end that. */
    public List<Set<XmlElement>> circlesOf(String id) {
        DrawnProcess process = processes.get(id);
        List<XmlElement> nodes = process.nodes().collect(Collectors.toCollection(ArrayList::new));
        List<Set<XmlElement>> circles = Circles.in(nodes, node -> nextOf(process, node, Set.of()));
        Set<XmlElement> incomplete = circles.stream()
                .flatMap(circle -> circle.stream().filter(node -> waitsForOthers(process, node, circle)))
                .collect(Collectors.toSet());
        if (!incomplete.isEmpty()) {
            circles = Circles.in(nodes, node -> nextOf(process, node, incomplete));
        }
        return circles.stream().filter(circle -> !canEnd(process, circle)).toList();
    }

    /** Steps by which the process begins itself again, straight away or through others, without waiting for anything. */
    public List<Recursion> recursionsOf(String id) {
        return recursions.stream()
                .filter(circle -> circle.contains(id))
                .flatMap(circle -> begun.get(id).entrySet().stream()
                        .filter(step -> circle.contains(step.getValue()))
                        .map(step -> new Recursion(step.getKey(), step.getValue())))
                .toList();
    }

    private Collection<XmlElement> nextOf(DrawnProcess process, XmlElement node, Set<XmlElement> incomplete) {
        return incomplete.contains(node) || waiting.waits(process, node) ? List.of() : waiting.next(process, node);
    }

    /** A parallel gateway that also waits for a way from outside the circle. */
    private static boolean waitsForOthers(DrawnProcess process, XmlElement node, Set<XmlElement> circle) {
        return node.is("parallelGateway")
                && process.flowsInto(node).stream()
                        .flatMap(flow -> process.node(flow.own("sourceRef")).stream())
                        .anyMatch(source -> !circle.contains(source));
    }

    private boolean canEnd(DrawnProcess process, Set<XmlElement> circle) {
        return circle.stream().flatMap(process::after).anyMatch(next -> !circle.contains(next))
                && circle.stream().anyMatch(node -> waiting.decides(process, node));
    }
}
