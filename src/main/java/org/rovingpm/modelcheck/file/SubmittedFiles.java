package org.rovingpm.modelcheck.file;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.InForce;
import org.rovingpm.modelcheck.known.Literals;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.known.Provided;
import org.rovingpm.modelcheck.xml.ReadXml;
import org.rovingpm.modelcheck.xml.XmlElement;

/** The files of one deployment together with the models in force. A process may refer to either. */
public class SubmittedFiles {

    private final Provided provided;
    private final InForce inForce;
    private final Expressions expressions;
    private final Literals literals;
    private final Map<String, DeployedForm> forms = new LinkedHashMap<>();
    private final Map<String, BpmnFile> processes = new LinkedHashMap<>();
    private final Map<String, XmlElement> decisions = new LinkedHashMap<>();
    private final Map<String, Optional<BpmnFile>> before = new HashMap<>();
    private final Map<String, Optional<BpmnFile>> packaged = new HashMap<>();

    public SubmittedFiles(Provided provided, InForce inForce, Expressions expressions, Literals literals) {
        this.provided = provided;
        this.inForce = inForce;
        this.expressions = expressions;
        this.literals = literals;
    }

    public Provided provided() {
        return provided;
    }

    public InForce inForce() {
        return inForce;
    }

    public Expressions expressions() {
        return expressions;
    }

    public Literals literals() {
        return literals;
    }

    public void add(DeployedForm form) {
        forms.put(form.id(), form);
    }

    public void add(BpmnFile file) {
        file.processes().filter(process -> process.id() != null).forEach(process -> processes.put(process.id(), file));
    }

    /** @param decision with an id */
    public void addDecision(XmlElement decision) {
        decisions.put(decision.id(), decision);
    }

    public Stream<BpmnFile> processFiles() {
        return processes.values().stream().distinct();
    }

    /** Every process as it would be in force, by its id, with the file that holds it. */
    public Map<String, BpmnFile> inForceToBe() {
        Map<String, BpmnFile> files = new LinkedHashMap<>();
        inForceNow().forEach(files::put);
        files.putAll(processes);
        return files;
    }

    /** Every process in force before this deployment, by its id, with the file that holds it. */
    public Map<String, BpmnFile> inForceNow() {
        Map<String, BpmnFile> files = new LinkedHashMap<>();
        inForce.processes().forEach(process -> before(process).ifPresent(file -> files.put(process, file)));
        return files;
    }

    public boolean submitsProcess(String id) {
        return processes.containsKey(id);
    }

    public boolean submitsDecision(String id) {
        return decisions.containsKey(id);
    }

    public Optional<DeployedForm> form(String id) {
        return Optional.ofNullable(forms.get(id)).or(() -> inForce.form(id).flatMap(content -> {
            try {
                return Optional.of(DeployedForm.read(content));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }));
    }

    public boolean hasProcess(String id) {
        return processes.containsKey(id) || inForce.process(id).isPresent();
    }

    public boolean hasDecision(String id) {
        return decisions.containsKey(id) || inForce.decision(id).isPresent();
    }

    /** The decision as it would be in force; empty if there is none, or it cannot be read. */
    public Optional<XmlElement> decision(String id) {
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
    public Stream<XmlElement> userTasks() {
        return Stream.concat(processFiles().flatMap(file -> file.nodes("userTask")), userTasksInForce());
    }

    /** The user tasks of the processes that do not change. */
    public Stream<XmlElement> userTasksInForce() {
        return inForce.processes().stream()
                .filter(process -> !processes.containsKey(process))
                .flatMap(process -> before(process).stream()
                        .flatMap(BpmnFile::processes)
                        .filter(found -> process.equals(found.id())))
                .flatMap(process -> process.all("userTask"));
    }

    /** The version of a process in force; empty if it is new or cannot be read. */
    public Optional<BpmnFile> before(String process) {
        return before.computeIfAbsent(process, id -> inForce.process(id).flatMap(content -> read(id, content)));
    }

    public Optional<BpmnFile> packaged(String process) {
        return packaged.computeIfAbsent(
                process, id -> provided.packagedProcess(id).flatMap(content -> read(id, content)));
    }

    private static Optional<BpmnFile> read(String process, byte[] content) {
        try {
            return Optional.of(new BpmnFile(new ModelFile(process + ".bpmn", content), ReadXml.read(content)));
        } catch (ReadXml.Unreadable unreadable) {
            return Optional.empty();
        }
    }
}
