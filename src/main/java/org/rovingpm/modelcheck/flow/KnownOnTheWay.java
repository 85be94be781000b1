package org.rovingpm.modelcheck.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * Which variables are set at each step of one process, whatever way a case has taken to it. Begins with everything known everywhere,
 * and takes away what one of the ways does not bring, until nothing changes any more.
 */
final class KnownOnTheWay {

    /** More rounds than any chain of steps can need. */
    private static final int MOST_ROUNDS = 1_000;

    private final DrawnProcess process;
    private final SetByStep set;
    private final Knowledge atStart;
    private final Function<XmlElement, Knowledge> calledEnds;
    private final Map<String, Knowledge> in = new HashMap<>();
    private final Map<String, Knowledge> out = new HashMap<>();
    /** What will have been set when everything that begins at a step has ended. */
    private final Map<String, Knowledge> later = new HashMap<>();

    /**
     * @param atStart    what is known when it begins
     * @param calledEnds for a call activity: what is known where the process that it calls has ended
     */
    KnownOnTheWay(DrawnProcess process, SetByStep set, Knowledge atStart, Function<XmlElement, Knowledge> calledEnds) {
        this.process = process;
        this.set = set;
        this.atStart = atStart;
        this.calledEnds = calledEnds;
        List<XmlElement> nodes = process.inOrder();
        List<XmlElement> backwards = new ArrayList<>(nodes);
        Collections.reverse(backwards);
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (XmlElement node : nodes) {
                Knowledge arriving = arriving(node);
                Knowledge leaving = leaving(node, arriving);
                changed |= !arriving.equals(in.put(node.id(), arriving));
                changed |= !leaving.equals(out.put(node.id(), leaving));
            }
            for (XmlElement node : backwards) {
                Knowledge after = afterAll(node);
                changed |= !after.equals(later.put(node.id(), after));
            }
        }
    }

    /** When a case comes to a step. */
    Knowledge onArrival(XmlElement node) {
        return in.getOrDefault(node.id(), Knowledge.UNREACHED);
    }

    /** While a case is at a step; at an event, what its timer or condition can ask. */
    Knowledge atStep(XmlElement node) {
        if (node.is("boundaryEvent")) {
            return process.node(node.own("attachedToRef")).map(this::atStep).orElse(Knowledge.UNREACHED);
        }
        return onArrival(node).with(set.onArrival(node)).with(set.within(node));
    }

    /** When a step is done, before its outputs. */
    Knowledge onLeaving(XmlElement node) {
        return done(node, onArrival(node));
    }

    /** Behind a step, where its ways begin. */
    Knowledge behind(XmlElement node) {
        return out.getOrDefault(node.id(), Knowledge.UNREACHED);
    }

    /** Where the process has ended in any way but an error. */
    Knowledge atEnd() {
        return ends(process.process());
    }

    private Knowledge arriving(XmlElement node) {
        if (node.is("startEvent")) {
            return atStartOf(DrawnProcess.scopeOf(node));
        }
        if (node.is("boundaryEvent")) {
            return process.node(node.own("attachedToRef"))
                    .map(step -> fromStep(node, step))
                    .orElse(Knowledge.UNREACHED);
        }
        if ("true".equals(node.own("isForCompensation"))) {
            return Knowledge.onAllOf(process.nodes()
                    .filter(event -> event.is("boundaryEvent")
                            && process.compensatedBy(event).anyMatch(node::equals))
                    .flatMap(event -> process.node(event.own("attachedToRef")).stream())
                    .map(this::behind));
        }
        Stream<Knowledge> ways = Stream.concat(
                process.flowsInto(node).stream().map(this::along),
                node.is("intermediateCatchEvent") ? process.linksTo(node).map(this::behind) : Stream.of());
        return node.is("parallelGateway") ? ways.reduce(Knowledge.UNREACHED, Knowledge::or) : Knowledge.onAllOf(ways);
    }

    private Knowledge atStartOf(XmlElement scope) {
        if (scope.is("process")) {
            return atStart;
        }
        return DrawnProcess.isEventSubProcess(scope) ? insideOf(DrawnProcess.scopeOf(scope)) : atStep(scope);
    }

    /** An event is waited for as soon as the scope around it has begun. */
    private Knowledge insideOf(XmlElement scope) {
        return Knowledge.onAllOf(starts(scope).map(this::behind));
    }

    private Stream<XmlElement> starts(XmlElement scope) {
        return process.within(scope).stream().filter(node -> node.is("startEvent"));
    }

    /** On whichever way a case goes from there; where it goes several at once, what any of them sets. */
    private Knowledge afterAll(XmlElement node) {
        if (node.is("endEvent")
                && node.children("errorEventDefinition").findAny().isPresent()) {
            return Knowledge.UNREACHED;
        }
        Knowledge own = leaving(node, Knowledge.of(Set.of()));
        List<XmlElement> flows = process.flowsOutOf(node);
        List<Knowledge> ways = Stream.concat(
                        flows.stream().flatMap(flow -> process.node(flow.own("targetRef")).stream()
                                .map(next -> laterFrom(next).with(set.onTheWay(flow)))),
                        process.linksFrom(node).map(this::laterFrom))
                .toList();
        Knowledge onwards = ways.isEmpty()
                ? own
                : own.or(
                        DrawnProcess.isFork(node, flows)
                                ? ways.stream().reduce(Knowledge.UNREACHED, Knowledge::or)
                                : Knowledge.onAllOf(ways.stream()));
        if (!ways.isEmpty() && ways.stream().allMatch(Knowledge::everything)) {
            onwards = Knowledge.UNREACHED;
        }
        return Knowledge.onAllOf(Stream.concat(
                Stream.of(onwards),
                process.attachedTo(node).stream()
                        .filter(event -> !"false".equals(event.own("cancelActivity")))
                        .map(this::laterFrom)));
    }

    private Knowledge laterFrom(XmlElement node) {
        return later.getOrDefault(node.id(), Knowledge.UNREACHED);
    }

    /** An error that ends a sub-process leaves behind what was known there; any other event may come at once. */
    private Knowledge fromStep(XmlElement event, XmlElement step) {
        Knowledge before = onArrival(step).with(set.onArrival(step));
        Optional<XmlElement> error = event.children("errorEventDefinition").findFirst();
        if (error.isEmpty() || !DrawnProcess.isScope(step) || error.get().own("errorRef") == null) {
            return before;
        }
        List<XmlElement> thrown = step.all("endEvent")
                .filter(end -> end.children("errorEventDefinition")
                        .anyMatch(definition -> error.get().own("errorRef").equals(definition.own("errorRef"))))
                .toList();
        return thrown.isEmpty() ? before : Knowledge.onAllOf(thrown.stream().map(this::behind));
    }

    private Knowledge along(XmlElement flow) {
        return process.node(flow.own("sourceRef"))
                .map(source -> behind(source).with(set.onTheWay(flow)))
                .orElse(Knowledge.UNREACHED);
    }

    private Knowledge leaving(XmlElement node, Knowledge arriving) {
        Knowledge before = arriving.with(set.onArrival(node));
        if (mayBePassedOver(node)) {
            return before;
        }
        Set<String> local = new HashSet<>(set.within(node));
        local.removeIf(before::has);
        return done(node, arriving).without(local).with(set.onLeaving(node));
    }

    private Knowledge done(XmlElement node, Knowledge arriving) {
        Knowledge at = arriving.with(set.onArrival(node)).with(set.within(node));
        if (DrawnProcess.isScope(node)) {
            Knowledge inner = ends(node);
            return inner.everything() ? inner : at.or(inner);
        }
        if (node.is("callActivity")) {
            return called(node, at);
        }
        return at.with(set.byWork(node)).with(set.byMessage(node, process));
    }

    private Knowledge called(XmlElement call, Knowledge at) {
        Knowledge ended = calledEnds.apply(call);
        if (ended.everything()) {
            return Knowledge.UNREACHED;
        }
        Knowledge known = at.with(set.byWork(call));
        if (call.extensions("out").anyMatch(mapping -> "all".equals(mapping.own("variables")))) {
            known = known.with(ended.names());
        }
        Map<Boolean, Set<String>> targets = call.extensions("out")
                .filter(mapping -> mapping.own("target") != null)
                .collect(Collectors.partitioningBy(
                        mapping -> mapping.own("source") == null || ended.has(mapping.own("source")),
                        Collectors.mapping(mapping -> mapping.own("target"), Collectors.toSet())));
        // What the called process has not set comes back as nothing, over what was there
        Set<String> nothing = new HashSet<>(targets.get(false));
        nothing.removeAll(targets.get(true));
        return known.with(targets.get(true)).without(nothing);
    }

    /** Where everything in the scope has ended, in the usual way or by an event that interrupts it. */
    private Knowledge ends(XmlElement scope) {
        Stream<Knowledge> interrupted = process.within(scope).stream()
                .filter(DrawnProcess::isEventSubProcess)
                .filter(sub -> starts(sub).noneMatch(start -> "false".equals(start.own("isInterrupting"))))
                .map(this::ends);
        return Knowledge.onAllOf(Stream.concat(
                starts(scope).map(start -> {
                    Knowledge end = laterFrom(start);
                    return end.everything() ? end : onArrival(start).or(end);
                }),
                interrupted));
    }

    /** A step that is repeated for each of a list is passed over where the list is empty. */
    private static boolean mayBePassedOver(XmlElement node) {
        return node.children("multiInstanceLoopCharacteristics")
                .anyMatch(loop -> loop.camunda("collection") != null
                        || loop.children("loopCardinality")
                                .noneMatch(number -> number.text().matches("0*[1-9]\\d*")));
    }
}
