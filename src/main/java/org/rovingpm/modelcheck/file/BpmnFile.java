package org.rovingpm.modelcheck.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A BPMN file as the rules see it. */
public class BpmnFile {

    public static final List<String> TASKS = List.of(
            "userTask",
            "serviceTask",
            "sendTask",
            "businessRuleTask",
            "receiveTask",
            "manualTask",
            "task",
            "scriptTask",
            "callActivity",
            "subProcess",
            "transaction",
            "adHocSubProcess");
    public static final List<String> EVENTS =
            List.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");
    static final List<String> GATEWAYS =
            List.of("exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway");
    public static final List<String> NODES =
            Stream.of(TASKS, EVENTS, GATEWAYS).flatMap(List::stream).toList();
    static final List<String> NAMEABLE = Stream.concat(
                    NODES.stream(),
                    Stream.of(
                            "sequenceFlow",
                            "process",
                            "participant",
                            "message",
                            "signal",
                            "error",
                            "escalation",
                            "decision",
                            "inputData"))
            .toList();

    private final ModelFile file;
    private final XmlElement root;
    private final Map<String, XmlElement> byId = new HashMap<>();

    public BpmnFile(ModelFile file, XmlElement root) {
        this.file = file;
        this.root = root;
        root.all().filter(element -> element.id() != null).forEach(element -> byId.putIfAbsent(element.id(), element));
    }

    public ModelFile file() {
        return file;
    }

    public XmlElement root() {
        return root;
    }

    public Stream<XmlElement> processes() {
        return root.children("process");
    }

    /** The flow nodes, including those in sub-processes. */
    public Stream<XmlElement> nodes() {
        return processes().flatMap(process -> process.all(NODES));
    }

    public Stream<XmlElement> nodes(String... tags) {
        return processes().flatMap(process -> process.all(tags));
    }

    public Stream<XmlElement> nodes(List<String> tags) {
        return nodes().filter(node -> tags.contains(node.tag()));
    }

    public Optional<XmlElement> find(String id) {
        return Optional.ofNullable(id).map(byId::get);
    }

    public Stream<XmlElement> flowsFrom(XmlElement node) {
        return processes()
                .flatMap(process -> process.all("sequenceFlow"))
                .filter(flow -> node.id() != null && node.id().equals(flow.own("sourceRef")));
    }

    /** Id of the process that an element belongs to. */
    public static String processOf(XmlElement element) {
        XmlElement process = element.around("process");
        return process == null ? null : process.id();
    }

    public static List<XmlElement> listeners(XmlElement element, String kind, String event) {
        return element.extensions(kind)
                .filter(listener -> event.equals(listener.own("event")))
                .toList();
    }

    /** Whether the task gets its due date from the service levels, by its name, because its model sets none. */
    public static boolean hasDeadlineByName(XmlElement task) {
        return task.label() != null && task.camunda("dueDate") == null;
    }
}
