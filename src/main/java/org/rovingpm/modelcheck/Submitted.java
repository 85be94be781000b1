package org.rovingpm.modelcheck;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.engine.DeployedForm;

/** The files of one deployment, together with what is there already: a process may name what comes with it or what is in force. */
class Submitted {

    private final Provided provided;
    private final InForce inForce;
    private final Expressions expressions;
    private final Map<String, DeployedForm> forms = new LinkedHashMap<>();
    private final Map<String, BpmnFile> processes = new LinkedHashMap<>();
    private final Map<String, Xml> decisions = new LinkedHashMap<>();

    Submitted(Provided provided, InForce inForce, Expressions expressions) {
        this.provided = provided;
        this.inForce = inForce;
        this.expressions = expressions;
    }

    Provided provided() {
        return provided;
    }

    InForce inForce() {
        return inForce;
    }

    Expressions expressions() {
        return expressions;
    }

    void add(DeployedForm form) {
        forms.put(form.id(), form);
    }

    void add(BpmnFile file) {
        file.processes().filter(process -> process.id() != null).forEach(process -> processes.put(process.id(), file));
    }

    /** @param decision with an id */
    void addDecision(Xml decision) {
        decisions.put(decision.id(), decision);
    }

    Stream<BpmnFile> processFiles() {
        return processes.values().stream().distinct();
    }

    Optional<DeployedForm> form(String id) {
        return Optional.ofNullable(forms.get(id)).or(() -> inForce.form(id).flatMap(content -> {
            try {
                return Optional.of(DeployedForm.read(content));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }));
    }

    boolean hasProcess(String id) {
        return processes.containsKey(id) || inForce.process(id).isPresent();
    }

    boolean hasDecision(String id) {
        return decisions.containsKey(id) || inForce.decision(id).isPresent();
    }

    /** The decision as it would be in force; empty where there is none, or it cannot be read. */
    Optional<Xml> decision(String id) {
        return Optional.ofNullable(decisions.get(id))
                .or(() -> inForce.decision(id).flatMap(content -> {
                    try {
                        return ReadXml.read(content)
                                .children("decision")
                                .filter(decision -> id.equals(decision.id()))
                                .findFirst();
                    } catch (ReadXml.Unreadable unreadable) {
                        return Optional.empty();
                    }
                }));
    }

    /** The user tasks of all processes as they would be in force. */
    Stream<Xml> userTasks() {
        return Stream.concat(processFiles().flatMap(file -> file.nodes("userTask")), userTasksInForce());
    }

    /** The user tasks of the processes that stay as they are. */
    Stream<Xml> userTasksInForce() {
        return inForce.processes().stream()
                .filter(process -> !processes.containsKey(process))
                .flatMap(process -> before(process).stream()
                        .flatMap(BpmnFile::processes)
                        .filter(found -> process.equals(found.id())))
                .flatMap(process -> process.all("userTask"));
    }

    /** The version in force of a process; empty where it is new or cannot be read. */
    Optional<BpmnFile> before(String process) {
        return inForce.process(process).flatMap(content -> read(process, content));
    }

    Optional<BpmnFile> packaged(String process) {
        return provided.packagedProcess(process).flatMap(content -> read(process, content));
    }

    private static Optional<BpmnFile> read(String process, byte[] content) {
        try {
            return Optional.of(new BpmnFile(new ModelFile(process + ".bpmn", content), ReadXml.read(content)));
        } catch (ReadXml.Unreadable unreadable) {
            return Optional.empty();
        }
    }
}
