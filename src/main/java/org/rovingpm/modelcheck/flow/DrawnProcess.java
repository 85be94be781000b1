package org.rovingpm.modelcheck.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.xml.XmlElement;

/** One process with its steps and the ways between them. */
public final class DrawnProcess {

    private static final String[] SCOPES = {"subProcess", "transaction", "adHocSubProcess"};

    private final BpmnFile file;
    private final XmlElement process;
    private final Map<String, XmlElement> nodes = new LinkedHashMap<>();
    private final Map<String, List<XmlElement>> into;
    private final Map<String, List<XmlElement>> outOf;
    private final Map<String, List<XmlElement>> attached;
    private final Map<XmlElement, List<XmlElement>> scopes;

    public DrawnProcess(BpmnFile file, XmlElement process) {
        this.file = file;
        this.process = process;
        process.all(BpmnFile.NODES)
                .filter(node -> node.id() != null)
                .forEach(node -> nodes.putIfAbsent(node.id(), node));
        this.scopes = nodes.values().stream().collect(Collectors.groupingBy(DrawnProcess::scopeOf));
        List<XmlElement> flows = process.all("sequenceFlow").toList();
        this.into = by(flows, "targetRef");
        this.outOf = by(flows, "sourceRef");
        this.attached = by(process.all("boundaryEvent").toList(), "attachedToRef");
    }

    /** The processes by their ids. */
    public static Map<String, DrawnProcess> all(Map<String, BpmnFile> files) {
        Map<String, DrawnProcess> drawn = new TreeMap<>();
        files.forEach((id, file) -> file.processes()
                .filter(process -> id.equals(process.id()))
                .findFirst()
                .ifPresent(process -> drawn.put(id, new DrawnProcess(file, process))));
        return drawn;
    }

    private static Map<String, List<XmlElement>> by(List<XmlElement> elements, String attribute) {
        return elements.stream()
                .filter(element -> element.own(attribute) != null)
                .collect(Collectors.groupingBy(element -> element.own(attribute)));
    }

    public BpmnFile file() {
        return file;
    }

    public XmlElement process() {
        return process;
    }

    public String id() {
        return String.valueOf(process.id());
    }

    /** The nodes directly in the process or in one of its sub-processes. */
    public List<XmlElement> within(XmlElement scope) {
        return scopes.getOrDefault(scope, List.of());
    }

    /** Whoever follows a node: by a flow, a link or an event at its border; in a sub-process, its beginning. */
    public Stream<XmlElement> after(XmlElement node) {
        return Stream.of(
                        flowsOutOf(node).stream().flatMap(flow -> node(flow.own("targetRef")).stream()),
                        linksFrom(node),
                        attachedTo(node).stream(),
                        isScope(node)
                                ? within(node).stream().filter(inner -> inner.is("startEvent"))
                                : Stream.<XmlElement>of())
                .flatMap(next -> next);
    }

    /** Whether a case goes all ways out of the node, and not one of them. */
    static boolean isFork(XmlElement node, List<XmlElement> flows) {
        return node.is("parallelGateway")
                || !node.is("exclusiveGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway")
                        && flows.stream().allMatch(flow -> flow.children("conditionExpression")
                                .findAny()
                                .isEmpty());
    }

    /** The nodes so that most come after those that lead to them. */
    List<XmlElement> inOrder() {
        List<XmlElement> finished = new ArrayList<>();
        Set<XmlElement> seen = new HashSet<>();
        nodes().filter(node -> node.is("startEvent")).forEach(start -> visit(start, seen, finished));
        nodes().forEach(node -> visit(node, seen, finished));
        Collections.reverse(finished);
        return finished;
    }

    private void visit(XmlElement start, Set<XmlElement> seen, List<XmlElement> finished) {
        if (!seen.add(start)) {
            return;
        }
        Deque<XmlElement> path = new ArrayDeque<>(List.of(start));
        Deque<Iterator<XmlElement>> next = new ArrayDeque<>(List.of(after(start).iterator()));
        while (!path.isEmpty()) {
            if (!next.getFirst().hasNext()) {
                next.removeFirst();
                finished.add(path.removeFirst());
                continue;
            }
            XmlElement node = next.getFirst().next();
            if (seen.add(node)) {
                path.addFirst(node);
                next.addFirst(after(node).iterator());
            }
        }
    }

    public Stream<XmlElement> nodes() {
        return nodes.values().stream();
    }

    public Optional<XmlElement> node(String id) {
        return Optional.ofNullable(id).map(nodes::get);
    }

    public List<XmlElement> flowsInto(XmlElement node) {
        return into.getOrDefault(String.valueOf(node.id()), List.of());
    }

    public List<XmlElement> flowsOutOf(XmlElement node) {
        return outOf.getOrDefault(String.valueOf(node.id()), List.of());
    }

    public List<XmlElement> attachedTo(XmlElement node) {
        return attached.getOrDefault(String.valueOf(node.id()), List.of());
    }

    /** The sub-process around a node; the process itself where there is none. */
    public static XmlElement scopeOf(XmlElement node) {
        XmlElement parent = node.parent();
        return parent == null ? node : parent.is(SCOPES) || parent.is("process") ? parent : scopeOf(parent);
    }

    public static boolean isScope(XmlElement node) {
        return node.is(SCOPES);
    }

    public static boolean isEventSubProcess(XmlElement node) {
        return node.is("subProcess") && "true".equals(node.own("triggeredByEvent"));
    }

    /** The throwing ends of a link that this event catches. */
    public Stream<XmlElement> linksTo(XmlElement event) {
        return links(event, "intermediateThrowEvent");
    }

    /** The catching ends of a link that this event throws. */
    public Stream<XmlElement> linksFrom(XmlElement event) {
        return event.is("intermediateThrowEvent") ? links(event, "intermediateCatchEvent") : Stream.of();
    }

    private Stream<XmlElement> links(XmlElement event, String otherEnd) {
        return linkName(event).stream().flatMap(name -> nodes().filter(node ->
                node.is(otherEnd) && linkName(node).filter(name::equals).isPresent()));
    }

    private static Optional<String> linkName(XmlElement event) {
        return event.children("linkEventDefinition")
                .map(link -> link.own("name"))
                .filter(name -> name != null)
                .findFirst();
    }

    /** The steps that take back what the step of this compensation event has done. */
    public Stream<XmlElement> compensatedBy(XmlElement event) {
        return process.all("association")
                .filter(association -> event.id() != null && event.id().equals(association.own("sourceRef")))
                .flatMap(association -> node(association.own("targetRef")).stream());
    }
}
