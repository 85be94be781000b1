package org.rovingpm.modelcheck.bpmn;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Messages that a process sends have a template; messages, signals and errors that it waits for are sent by somebody. */
class MessageRules implements Rule {

    private static final String SENDS = "queueMessage";
    private static final String[] THROWING = {"intermediateThrowEvent", "endEvent"};

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.nodes("serviceTask", "sendTask")
                .filter(task -> names(task, all).equals(SENDS))
                .forEach(task -> templates(task, all, to));
        file.nodes(THROWING)
                .forEach(event -> event.children("messageEventDefinition").forEach(definition -> {
                    if (names(definition, all).equals(SENDS)) {
                        templates(event, all, to);
                    } else if (definition.camunda("delegateExpression") == null
                            && definition.extensions("connector").findAny().isEmpty()
                            && definition.camunda("type") == null
                            && definition.camunda("class") == null) {
                        to.problem(
                                event,
                                "sends nothing: set the delegate expression #{queueMessage} and an extension property “message” with the name of "
                                        + "a template.");
                    }
                }));
        file.nodes().filter(node -> !node.is(THROWING)).forEach(node -> {
            node.children("messageEventDefinition")
                    .forEach(definition -> waitsFor(file, node, definition.own("messageRef"), "message", all, to));
            node.children("signalEventDefinition")
                    .forEach(definition -> waitsFor(file, node, definition.own("signalRef"), "signal", all, to));
            node.children("errorEventDefinition")
                    .forEach(definition -> catches(file, node, definition.own("errorRef"), all, to));
            if (node.is("receiveTask")) {
                waitsFor(file, node, node.own("messageRef"), "message", all, to);
            }
        });
    }

    private static String names(XmlElement element, SubmittedFiles all) {
        String delegate = element.camunda("delegateExpression");
        Expressions.Expression read =
                delegate == null ? null : all.expressions().read(delegate);
        return read == null || read.single() == null ? "" : read.single();
    }

    private static void templates(XmlElement sender, SubmittedFiles all, Findings to) {
        List<String> templates = sender.extensions("properties")
                .flatMap(properties -> properties.children("property"))
                .filter(property -> "message".equals(property.own("name")))
                .map(property -> String.valueOf(property.own("value")))
                .toList();
        if (templates.isEmpty()) {
            to.problem(
                    sender,
                    "sends a message without a template: add an extension property “message” with the name of one, such as "
                            + "“request-received”.");
        }
        templates.stream()
                .filter(template -> !all.provided().templates().contains(template))
                .forEach(template -> to.problem(
                        sender,
                        "sends the template “%s”, which does not exist: choose one of those on the page /templates."
                                .formatted(template)));
    }

    private static void waitsFor(
            BpmnFile file, XmlElement node, String reference, String kind, SubmittedFiles all, Findings to) {
        Optional<String> name = file.find(local(reference)).map(XmlElement::label);
        if (name.isEmpty()) {
            to.problem(node, "waits for a %s that has no name: choose one.".formatted(kind));
            return;
        }
        boolean sentHere = kind.equals("signal")
                && file.nodes(THROWING)
                        .flatMap(event -> event.children("signalEventDefinition"))
                        .anyMatch(definition -> reference.equals(definition.own("signalRef")));
        Set<String> sent = kind.equals("signal")
                ? all.provided().signals()
                : all.provided().messages();
        if (!sentHere && !sent.contains(name.get())) {
            to.problem(
                    node,
                    "waits for the %s “%s”, which nobody sends: correct its name, or use a timer or a task."
                            .formatted(kind, name.get()));
        }
    }

    private static void catches(BpmnFile file, XmlElement node, String reference, SubmittedFiles all, Findings to) {
        if (reference == null) {
            return;
        }
        Optional<XmlElement> error = file.find(local(reference));
        String code = error.map(found -> found.own("errorCode")).orElse(null);
        if (code == null || code.isBlank()) {
            to.problem(node, "catches an error that has no code: choose one, or catch every error by choosing none.");
            return;
        }
        Set<String> known = new HashSet<>(all.provided().errors());
        known.addAll(thrown(file));
        file.nodes("callActivity")
                .map(call -> call.own("calledElement"))
                .filter(called -> called != null)
                .distinct()
                .forEach(called -> all.processFiles()
                        .filter(each -> each.processes().anyMatch(process -> called.equals(process.id())))
                        .findFirst()
                        .or(() -> all.before(called))
                        .ifPresent(each -> known.addAll(thrown(each))));
        if (!known.contains(code)) {
            to.problem(
                    node,
                    "catches the error “%s”, which no step ends with: correct its code, or take the event out."
                            .formatted(code));
        }
    }

    private static List<String> thrown(BpmnFile file) {
        return file.nodes("endEvent")
                .flatMap(end -> end.children("errorEventDefinition"))
                .flatMap(definition -> file.find(local(definition.own("errorRef"))).stream())
                .map(error -> String.valueOf(error.own("errorCode")))
                .toList();
    }

    /** A reference may carry the prefix of its namespace. */
    private static String local(String reference) {
        return reference == null ? null : reference.substring(reference.indexOf(':') + 1);
    }
}
