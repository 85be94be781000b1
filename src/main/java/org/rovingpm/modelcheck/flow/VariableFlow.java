package org.rovingpm.modelcheck.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.value.ModelValue;
import org.rovingpm.modelcheck.value.ModelValues;
import org.rovingpm.modelcheck.value.WorkedOut;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * What is known at each step of all processes together: through calls and what they hand over, boundary events and event
 * sub-processes.
 */
public final class VariableFlow {

    /** Names that the engine answers by itself. */
    public static final Set<String> ALWAYS = Set.of(
            "execution",
            "task",
            "externalTask",
            "loopCounter",
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances");

    private static final int MOST_ROUNDS = 50;

    /**
     * A variable that is asked where it may not be set yet.
     *
     * @param value    null for a step whose delegate or listener needs the variable
     * @param setBy    labels of the steps of the process that set it
     * @param byAnswer whether one of them sets it by an answer of its form
     */
    public record Missing(
            String process, XmlElement element, ModelValue value, String name, List<String> setBy, boolean byAnswer) {}

    /** A call that does not hand over what the process that it calls is always given. */
    public record NotHandedOver(String process, XmlElement call, String name) {}

    private final SubmittedFiles all;
    private final SetByStep set;
    private final Map<String, DrawnProcess> processes;
    private final Map<String, DrawnProcess> packaged = new TreeMap<>();
    private final Map<String, KnownOnTheWay> known = new HashMap<>();
    private final Map<String, Knowledge> starts = new HashMap<>();
    private final Map<String, Knowledge> ends = new HashMap<>();

    /** @param processes all of them as they would be in force, by their ids */
    public VariableFlow(Map<String, DrawnProcess> processes, SubmittedFiles all) {
        this.all = all;
        this.set = new SetByStep(all);
        this.processes = new TreeMap<>(processes);
        all.provided().packagedProcesses().forEach(id -> all.packaged(id)
                .map(file -> DrawnProcess.all(Map.of(id, file)).get(id))
                .ifPresent(drawn -> packaged.put(id, drawn)));
        Map<String, Knowledge> given =
                processes.keySet().stream().collect(Collectors.toMap(id -> id, id -> Knowledge.of(given(id))));
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (Map.Entry<String, DrawnProcess> each : this.processes.entrySet()) {
                String id = each.getKey();
                Knowledge start = start(id, given.get(id));
                KnownOnTheWay analysed = new KnownOnTheWay(each.getValue(), set, start, call -> endOfCalled(call));
                known.put(id, analysed);
                changed |= !start.equals(starts.put(id, start));
                changed |= !analysed.atEnd().equals(ends.put(id, analysed.atEnd()));
            }
        }
    }

    /** What is asked in the process where it may not be set yet. */
    public List<Missing> missing(String process) {
        DrawnProcess drawn = processes.get(process);
        List<Missing> missing = new ArrayList<>();
        ModelValues.of(drawn.process())
                .filter(value -> value.workedOut() != WorkedOut.AT_DEPLOYMENT && !isCopied(value))
                .forEach(value -> asked(value).stream()
                        .filter(name -> !knownTo(value, drawn).has(name))
                        .forEach(name -> missing.add(missing(drawn, value.element(), value, name))));
        drawn.nodes().forEach(node -> set.needed(node).stream()
                .filter(name -> !known.get(process).onLeaving(node).has(name))
                .sorted()
                .forEach(name -> missing.add(missing(drawn, node, null, name))));
        return missing;
    }

    /** A variable that is only handed over is nothing there if it is not set; that matters where it is asked. */
    private static boolean isCopied(ModelValue value) {
        return value.element().is("in", "out")
                && value.element().own("source") != null
                && value.text().equals("${%s}".formatted(value.element().own("source")));
    }

    /** What the calls of the process leave out that the called process is handed wherever the application calls it. */
    public List<NotHandedOver> notHandedOver(String process) {
        return processes
                .get(process)
                .nodes()
                .filter(node -> node.is("callActivity") && node.own("calledElement") != null)
                .flatMap(call -> alwaysHandedTo(call.own("calledElement")).stream()
                        .filter(name -> !handed(call, Knowledge.UNREACHED).has(name))
                        .sorted()
                        .map(name -> new NotHandedOver(process, call, name)))
                .toList();
    }

    private Missing missing(DrawnProcess drawn, XmlElement element, ModelValue value, String name) {
        List<XmlElement> setting =
                drawn.nodes().filter(node -> sets(node, name)).toList();
        return new Missing(
                drawn.id(),
                element,
                value,
                name,
                setting.stream()
                        .map(node -> node.label() == null ? node.id() : node.label())
                        .sorted()
                        .distinct()
                        .toList(),
                setting.stream().anyMatch(node -> set.answers(node).contains(name)));
    }

    private boolean sets(XmlElement node, String name) {
        return set.byWork(node).contains(name)
                || set.onArrival(node).contains(name)
                || set.onLeaving(node).contains(name)
                || node.is("callActivity")
                        && node.extensions("out").anyMatch(mapping -> name.equals(mapping.own("target")));
    }

    private Set<String> asked(ModelValue value) {
        Expressions.Expression read =
                Expressions.isExpression(value.text()) ? all.expressions().read(value.text()) : null;
        return read == null
                ? Set.of()
                : read.names().stream().filter(name -> !ALWAYS.contains(name)).collect(Collectors.toSet());
    }

    private Knowledge knownTo(ModelValue value, DrawnProcess drawn) {
        KnownOnTheWay way = known.get(drawn.id());
        XmlElement flow = value.element().around("sequenceFlow");
        if (flow != null) {
            return drawn.node(flow.own("sourceRef")).map(way::behind).orElse(Knowledge.UNREACHED);
        }
        XmlElement node = value.element().around(BpmnFile.NODES);
        if (node == null || node.id() == null) {
            return starts.get(drawn.id());
        }
        if (node.is("startEvent") && DrawnProcess.isEventSubProcess(DrawnProcess.scopeOf(node))) {
            return way.onArrival(node);
        }
        return switch (value.workedOut()) {
            case AT_DEPLOYMENT -> Knowledge.UNREACHED;
            case ON_ARRIVAL -> way.onArrival(node);
            case AT_STEP -> way.atStep(node);
            case ON_LEAVING -> way.onLeaving(node);
            case IN_CALLED -> endOfCalled(node);
        };
    }

    private Knowledge endOfCalled(XmlElement call) {
        String called = call.own("calledElement");
        return called == null || !processes.containsKey(called)
                ? Knowledge.UNREACHED
                : ends.getOrDefault(called, Knowledge.UNREACHED);
    }

    private Knowledge start(String id, Knowledge given) {
        List<Knowledge> calls = processes.values().stream()
                .flatMap(caller -> callsOf(caller, id).map(call -> handed(call, atCall(caller, call))))
                .map(given::or)
                .toList();
        if (calls.isEmpty()) {
            // Cases that have been called before go on with what they were handed
            return given.with(alwaysHandedTo(id));
        }
        boolean startedByItself = isStartedByPeople(id);
        return Knowledge.onAllOf(Stream.concat(calls.stream(), startedByItself ? Stream.of(given) : Stream.of()));
    }

    private Knowledge atCall(DrawnProcess caller, XmlElement call) {
        KnownOnTheWay way = known.get(caller.id());
        return way == null ? Knowledge.UNREACHED : way.atStep(call);
    }

    /** A called process that also has a form of its own to start it. */
    private boolean isStartedByPeople(String id) {
        return processes.get(id).process().children("startEvent").anyMatch(start -> start.camunda("formRef") != null);
    }

    private static Stream<XmlElement> callsOf(DrawnProcess caller, String called) {
        return caller.nodes().filter(node -> node.is("callActivity") && called.equals(node.own("calledElement")));
    }

    /** What a call hands over, as far as it is set there. */
    private static Knowledge handed(XmlElement call, Knowledge at) {
        if (call.extensions("in").anyMatch(mapping -> "all".equals(mapping.own("variables")))) {
            return at;
        }
        return Knowledge.of(call.extensions("in")
                .filter(mapping -> mapping.own("target") != null)
                .filter(mapping -> mapping.own("source") == null || at.has(mapping.own("source")))
                .map(mapping -> mapping.own("target"))
                .collect(Collectors.toSet()));
    }

    /** What every call hands over by which the application itself calls the process. */
    private Set<String> alwaysHandedTo(String process) {
        return packaged.values().stream()
                .flatMap(caller -> callsOf(caller, process))
                .map(call -> handed(call, Knowledge.UNREACHED))
                .reduce(Knowledge::and)
                .map(Knowledge::names)
                .orElse(Set.of());
    }

    /** A process of a manager's own that nothing calls and no form starts: a program does, with whatever variables it has. */
    private boolean isStartedByProgram(String id) {
        return !isStartedByPeople(id)
                && processes.values().stream()
                        .noneMatch(caller -> callsOf(caller, id).findAny().isPresent());
    }

    private Set<String> ofScheme() {
        Set<String> names = new HashSet<>(all.provided().allVariables());
        names.addAll(all.provided().sharedVariables());
        return names;
    }

    /** What the code gives a process when it starts it: all that nothing in the packaged process sets. */
    private Set<String> given(String id) {
        Optional<Set<String>> ofContract = all.provided().variablesOf(id);
        if (ofContract.isEmpty()) {
            return isStartedByProgram(id) ? ofScheme() : Set.of();
        }
        Set<String> given = new HashSet<>(ofContract.get());
        given.addAll(all.provided().sharedVariables());
        Optional.ofNullable(packaged.get(id)).ifPresent(drawn -> drawn.nodes().forEach(node -> {
            given.removeAll(set.onArrival(node));
            given.removeAll(set.byWork(node));
            given.removeAll(set.onLeaving(node));
            node.extensions("out").map(mapping -> mapping.own("target")).forEach(given::remove);
        }));
        packaged.values().stream()
                .flatMap(caller -> callsOf(caller, id))
                .forEach(call ->
                        given.removeAll(handed(call, Knowledge.UNREACHED).names()));
        return given;
    }
}
