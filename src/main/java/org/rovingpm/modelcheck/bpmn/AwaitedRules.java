package org.rovingpm.modelcheck.bpmn;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * A process still waits for every message that the application tells it, and begins with those that start it: what a practice says
 * on its page, for example, would otherwise be refused for ever. A step for another program is a warning.
 */
class AwaitedRules implements Rule {

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.processes().filter(process -> process.id() != null).forEach(process -> {
            Set<String> waited = waitedFor(process, file).collect(Collectors.toSet());
            Set<String> beginning = beginningWith(process, file).collect(Collectors.toSet());
            Set<String> packagedBeginning = all.packaged(process.id()).stream()
                    .flatMap(packaged -> packaged.processes()
                            .filter(one -> process.id().equals(one.id()))
                            .flatMap(one -> beginningWith(one, packaged)))
                    .collect(Collectors.toSet());
            all.provided().messagesTo(process.id()).stream()
                    .sorted()
                    .filter(message -> !waited.contains(message))
                    .forEach(message -> to.problem(
                            process,
                            "no longer waits for the message “%s”, which the application sends to it: put the event back that waits for it."
                                    .formatted(message)));
            packagedBeginning.stream()
                    .sorted()
                    .filter(message -> waited.contains(message) && !beginning.contains(message))
                    .forEach(message -> to.problem(
                            process,
                            "no longer begins with the message “%s”, by which the application starts it: put the start event back."
                                    .formatted(message)));
        });
        file.nodes()
                .filter(node -> "external".equals(node.camunda("type")))
                .forEach(node -> to.warning(
                        node,
                        "is left to another program that fetches the topic “%s”: the application does not work on it itself."
                                .formatted(node.camunda("topic"))));
    }

    private static Stream<String> waitedFor(XmlElement process, BpmnFile file) {
        return names(
                Stream.concat(
                        process.all("messageEventDefinition")
                                .filter(definition -> definition.parent() != null
                                        && !definition.parent().is("intermediateThrowEvent", "endEvent")),
                        process.all("receiveTask")),
                file);
    }

    private static Stream<String> beginningWith(XmlElement process, BpmnFile file) {
        return names(process.children("startEvent").flatMap(start -> start.children("messageEventDefinition")), file);
    }

    private static Stream<String> names(Stream<XmlElement> waiting, BpmnFile file) {
        return waiting.map(each -> each.own("messageRef"))
                .filter(Objects::nonNull)
                .flatMap(reference -> file.find(reference.substring(reference.indexOf(':') + 1)).stream())
                .map(message -> message.own("name"))
                .filter(Objects::nonNull);
    }
}
