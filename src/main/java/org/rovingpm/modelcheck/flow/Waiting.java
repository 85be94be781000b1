package org.rovingpm.modelcheck.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * Where the processes wait for somebody or something, all of them together: a call waits only if every way through the process
 * that it calls waits, and a sub-process only if every way through it does.
 */
public final class Waiting {

    private static final String[] WAITING = {"userTask", "receiveTask", "eventBasedGateway"};
    private static final String[] DECIDING = {"serviceTask", "businessRuleTask", "sendTask"};
    /** Events that come from outside, or with time. */
    private static final String[] FROM_OUTSIDE = {
        "messageEventDefinition", "timerEventDefinition", "signalEventDefinition", "conditionalEventDefinition"
    };
    /** Delegates that leave everything as it is. */
    private static final Set<String> TELLING =
            Set.of("#{queueMessage}", "#{alertTeam}", "${queueMessage}", "${alertTeam}");

    private final Map<String, DrawnProcess> processes;
    private final Set<String> passing = new HashSet<>();
    private final Map<XmlElement, Boolean> waits = new HashMap<>();

    /** @param processes all of them as they would be in force, by their ids */
    public Waiting(Map<String, DrawnProcess> processes) {
        this.processes = processes;
        boolean changed = true;
        while (changed) {
            waits.clear();
            Set<String> more = processes.values().stream()
                    .filter(process -> !passing.contains(process.id()) && passes(process, process.process()))
                    .map(DrawnProcess::id)
                    .collect(Collectors.toSet());
            changed = passing.addAll(more);
        }
    }

    /** Whether a case stays at the node until somebody or something comes. */
    public boolean waits(DrawnProcess process, XmlElement node) {
        Boolean known = waits.get(node);
        if (known == null) {
            known = decide(process, node);
            waits.put(node, known);
        }
        return known;
    }

    private boolean decide(DrawnProcess process, XmlElement node) {
        if (node.is(WAITING) || "external".equals(node.camunda("type"))) {
            return true;
        }
        if (node.is("intermediateCatchEvent", "boundaryEvent")) {
            return node.children(FROM_OUTSIDE).findAny().isPresent() && !isDueAtOnce(node);
        }
        if (node.is("callActivity")) {
            return !passing.contains(String.valueOf(node.own("calledElement")));
        }
        return DrawnProcess.isScope(node) && !DrawnProcess.isEventSubProcess(node) && !passes(process, node);
    }

    private static boolean isDueAtOnce(XmlElement event) {
        return event.all("timeDuration").anyMatch(time -> time.text().matches("P(T?0+[YMWDHS])+"));
    }

    /** The nodes that a case comes to from there without waiting; those at which it waits are among them, and none behind them. */
    public Set<XmlElement> reachedAtOnce(DrawnProcess process, Stream<XmlElement> from) {
        Set<XmlElement> reached = new HashSet<>();
        Deque<XmlElement> open = new ArrayDeque<>();
        from.forEach(open::push);
        while (!open.isEmpty()) {
            XmlElement node = open.pop();
            if (isComplete(process, node, reached) && reached.add(node)) {
                next(process, node).forEach(open::push);
                if (DrawnProcess.isScope(node)) {
                    starts(process, node).forEach(open::push);
                }
            }
        }
        return reached;
    }

    /** The nodes that a case comes to next, if it does not wait at this one. */
    public List<XmlElement> next(DrawnProcess process, XmlElement node) {
        Stream<XmlElement> borders = process.attachedTo(node).stream().filter(event -> !waits(process, event));
        Stream<XmlElement> onwards = waits(process, node)
                ? Stream.of()
                : Stream.concat(
                        process.flowsOutOf(node).stream().flatMap(flow -> process.node(flow.own("targetRef")).stream()),
                        process.linksFrom(node));
        return Stream.concat(borders, onwards).toList();
    }

    /** Whether a step, or one that is reached within it, can change what the gateways ask. */
    public boolean decides(DrawnProcess process, XmlElement node) {
        return decides(process, node, new HashSet<>());
    }

    private boolean decides(DrawnProcess process, XmlElement node, Set<String> seen) {
        if (DrawnProcess.isScope(node)) {
            return reachedAtOnce(process, starts(process, node)).stream()
                    .anyMatch(inner -> decides(process, inner, seen));
        }
        if (node.is("callActivity")) {
            DrawnProcess called = processes.get(String.valueOf(node.own("calledElement")));
            return called != null
                    && node.extensions("out").findAny().isPresent()
                    && seen.add(called.id())
                    && reachedAtOnce(called, starts(called, called.process())).stream()
                            .anyMatch(inner -> decides(called, inner, seen));
        }
        return node.is(DECIDING) && !TELLING.contains(String.valueOf(node.camunda("delegateExpression")));
    }

    /** The processes that begin while a case has waited for nothing yet: those that are called, and those that a signal starts. */
    public Map<XmlElement, String> begunAtOnce(DrawnProcess process) {
        Map<XmlElement, String> begun = new HashMap<>();
        reachedAtOnce(process, starts(process, process.process())).forEach(node -> {
            if (node.is("callActivity") && processes.containsKey(String.valueOf(node.own("calledElement")))) {
                begun.put(node, node.own("calledElement"));
            }
            if (node.is("intermediateThrowEvent", "endEvent")) {
                signal(process, node).ifPresent(signal -> processes.values().stream()
                        .filter(other -> starts(other, other.process()).anyMatch(start -> signal(other, start)
                                .filter(signal::equals)
                                .isPresent()))
                        .forEach(other -> begun.put(node, other.id())));
            }
        });
        return begun;
    }

    private static Optional<String> signal(DrawnProcess process, XmlElement event) {
        return event.children("signalEventDefinition")
                .map(definition -> definition.own("signalRef"))
                .flatMap(reference -> process.file().find(reference).stream())
                .map(signal -> signal.own("name"))
                .filter(name -> name != null)
                .findFirst();
    }

    /** Whether a case can come from a beginning to an end of the scope without waiting, on every way of those that it takes at once. */
    private boolean passes(DrawnProcess process, XmlElement scope) {
        List<XmlElement> backwards = new ArrayList<>(process.within(scope));
        Collections.reverse(backwards);
        Set<XmlElement> through = new HashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (XmlElement node : backwards) {
                if (!through.contains(node) && passes(process, node, through)) {
                    changed |= through.add(node);
                }
            }
        }
        return starts(process, scope).anyMatch(through::contains);
    }

    private boolean passes(DrawnProcess process, XmlElement node, Set<XmlElement> through) {
        List<XmlElement> next = next(process, node);
        if (waits(process, node) || next.isEmpty()) {
            return !waits(process, node) || next.stream().anyMatch(through::contains);
        }
        return DrawnProcess.isFork(node, process.flowsOutOf(node))
                ? through.containsAll(next)
                : next.stream().anyMatch(through::contains);
    }

    /** Whether everything has come that a parallel gateway waits for; true of any other node. */
    private boolean isComplete(DrawnProcess process, XmlElement node, Set<XmlElement> reached) {
        return !node.is("parallelGateway")
                || process.flowsInto(node).stream()
                        .flatMap(flow -> process.node(flow.own("sourceRef")).stream())
                        .allMatch(source -> reached.contains(source) && !waits(process, source));
    }

    private static Stream<XmlElement> starts(DrawnProcess process, XmlElement scope) {
        return process.within(scope).stream().filter(node -> node.is("startEvent"));
    }
}
