package org.rovingpm.modelcheck.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.Provided;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Which variables one step sets: by its delegate and listeners, its form, its inputs and outputs. */
final class SetByStep {

    private static final List<String> AT_THE_BEGINNING = List.of("start");
    private static final String[] RESULTS = {"resultVariable", "resultVariableName"};
    private static final String[] CAUGHT = {"errorCodeVariable", "errorMessageVariable", "escalationCodeVariable"};

    private final SubmittedFiles all;
    private final Map<XmlElement, Set<String>> arrival = new HashMap<>();
    private final Map<XmlElement, Set<String>> inside = new HashMap<>();
    private final Map<XmlElement, Set<String>> work = new HashMap<>();
    private final Map<XmlElement, Set<String>> leaving = new HashMap<>();

    SetByStep(SubmittedFiles all) {
        this.all = all;
    }

    /** By listeners that come before all else at the step. */
    Set<String> onArrival(XmlElement node) {
        return arrival.computeIfAbsent(
                node,
                step -> byListeners(
                        step, listener -> AT_THE_BEGINNING.contains(String.valueOf(listener.own("event")))));
    }

    /** For the step alone. */
    Set<String> within(XmlElement node) {
        return inside.computeIfAbsent(node, SetByStep::local);
    }

    private static Set<String> local(XmlElement node) {
        return Stream.concat(
                        parameters(node, "inputParameter"),
                        node.children("multiInstanceLoopCharacteristics").map(loop -> loop.camunda("elementVariable")))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** By the step itself. */
    Set<String> byWork(XmlElement node) {
        return work.computeIfAbsent(node, this::worked);
    }

    private Set<String> worked(XmlElement node) {
        Set<String> set = new HashSet<>(
                byListeners(node, listener -> !AT_THE_BEGINNING.contains(String.valueOf(listener.own("event")))));
        Stream.concat(Stream.of(node), node.children("messageEventDefinition"))
                .map(each -> each.camunda("delegateExpression"))
                .forEach(delegate -> set.addAll(ofBean(delegate).set()));
        attributes(node, RESULTS).forEach(set::add);
        set.addAll(answers(node));
        if (node.is("startEvent") && node.camunda("initiator") != null) {
            set.add(node.camunda("initiator"));
        }
        node.children("errorEventDefinition", "escalationEventDefinition")
                .flatMap(definition -> attributes(definition, CAUGHT))
                .forEach(set::add);
        return set;
    }

    /** By its outputs, when it is left. */
    Set<String> onLeaving(XmlElement node) {
        return leaving.computeIfAbsent(node, SetByStep::outputs);
    }

    private static Set<String> outputs(XmlElement node) {
        return Stream.concat(
                        parameters(node, "outputParameter"),
                        node.extensions("connector")
                                .flatMap(connector -> connector.children("inputOutput"))
                                .flatMap(mapping -> mapping.children("outputParameter"))
                                .map(parameter -> parameter.own("name")))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** By listeners on a flow. */
    Set<String> onTheWay(XmlElement flow) {
        return byListeners(flow, listener -> true);
    }

    /** By the message that it waits for. */
    Set<String> byMessage(XmlElement node, DrawnProcess process) {
        return Stream.concat(
                        Stream.of(node.own("messageRef")),
                        node.children("messageEventDefinition").map(definition -> definition.own("messageRef")))
                .filter(Objects::nonNull)
                .flatMap(reference -> process.file().find(reference.substring(reference.indexOf(':') + 1)).stream())
                .map(message -> String.valueOf(message.own("name")))
                .flatMap(message -> all.provided().carriedBy(message).stream())
                .collect(Collectors.toSet());
    }

    /** What the delegate and the listeners of a step cannot do without. */
    Set<String> needed(XmlElement node) {
        return Stream.concat(
                        Stream.concat(Stream.of(node), node.children("messageEventDefinition"))
                                .map(each -> each.camunda("delegateExpression")),
                        node.extensions("taskListener", "executionListener")
                                .map(listener -> listener.own("delegateExpression")))
                .flatMap(delegate -> ofBean(delegate).needed().stream())
                .collect(Collectors.toSet());
    }

    /** What a form that no use case takes leaves for gateways: its ticks and choices; of a start form, every field. */
    Set<String> answers(XmlElement step) {
        String form = step.camunda("formRef");
        if (form == null || all.provided().form(form).isPresent()) {
            return Set.of();
        }
        return all.form(form)
                .map(deployed -> step.is("startEvent") ? deployed.names() : deployed.closedFields())
                .orElse(Set.of());
    }

    private Set<String> byListeners(XmlElement element, Predicate<XmlElement> those) {
        return element.extensions("taskListener", "executionListener")
                .filter(those)
                .flatMap(listener -> ofBean(listener.own("delegateExpression")).set().stream())
                .collect(Collectors.toSet());
    }

    private Provided.UsedVariables ofBean(String delegate) {
        Expressions.Expression read =
                delegate == null ? null : all.expressions().read(delegate);
        return read == null || read.single() == null
                ? new Provided.UsedVariables(Set.of(), Set.of())
                : all.provided().variablesOfBean(read.single());
    }

    private static Stream<String> parameters(XmlElement node, String kind) {
        return node.extensions("inputOutput")
                .flatMap(mapping -> mapping.children(kind))
                .map(parameter -> parameter.own("name"));
    }

    private static Stream<String> attributes(XmlElement element, String... names) {
        return Stream.of(names).map(element::camunda).filter(Objects::nonNull);
    }
}
