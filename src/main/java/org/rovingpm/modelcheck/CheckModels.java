package org.rovingpm.modelcheck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.modelcheck.bpmn.BpmnRules;
import org.rovingpm.modelcheck.bpmn.FormUseRules;
import org.rovingpm.modelcheck.dmn.DecisionRules;
import org.rovingpm.modelcheck.dmn.LiteralCells;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.FileLimits;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.form.FormRules;
import org.rovingpm.modelcheck.known.EngineReading;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.modelcheck.known.InForce;
import org.rovingpm.modelcheck.known.Lengths;
import org.rovingpm.modelcheck.known.Literals;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.known.Provided;
import org.rovingpm.modelcheck.known.Schema;
import org.rovingpm.modelcheck.way.TogetherRules;
import org.rovingpm.modelcheck.xml.ReadXml;
import org.rovingpm.modelcheck.xml.XmlElement;

/**
 * Checks the processes, decisions and forms of one deployment, together and with the models in force, before they
 * are accepted. Reports every problem at once.
 */
public class CheckModels {

    private final Provided provided;
    private final InForce inForce;
    private final Expressions expressions;
    private final Literals literals;
    private final LengthRules lengths;
    private final Schema schema;
    private final EngineReading engine;
    private final Feel feel;
    private final FormRules formRules;

    public CheckModels(
            Provided provided,
            InForce inForce,
            Expressions expressions,
            Literals literals,
            Lengths lengths,
            Feel feel,
            Schema schema,
            EngineReading engine) {
        this.provided = provided;
        this.inForce = inForce;
        this.expressions = expressions;
        this.literals = literals;
        this.lengths = new LengthRules(lengths);
        this.schema = schema;
        this.engine = engine;
        this.feel = feel;
        this.formRules = new FormRules(provided);
    }

    /** @param files the files that would be put in force together */
    public Report check(List<ModelFile> files) {
        Map<ModelFile, Findings> findings = new LinkedHashMap<>();
        files.forEach(file -> findings.put(file, new Findings(file.shortName())));
        if (FileLimits.allow(files, findings)) {
            SubmittedFiles all = new SubmittedFiles(provided, inForce, expressions, literals);
            Map<ModelFile, BpmnFile> processes = new LinkedHashMap<>();
            Map<ModelFile, XmlElement> decisions = new LinkedHashMap<>();
            Map<ModelFile, DeployedForm> forms = new LinkedHashMap<>();
            files.forEach(file -> read(file, all, findings.get(file), processes, decisions, forms));
            sameIds(files, processes, decisions, forms, findings);
            files.forEach(file -> lengths.ofFile(file, findings.get(file)));
            processes.forEach((file, model) -> lengths.ofProcesses(model, findings.get(file)));
            decisions.forEach((file, root) -> lengths.ofDecisions(root, findings.get(file)));
            forms.forEach((file, form) -> lengths.ofForm(form, findings.get(file)));
            forms.forEach((file, form) -> formRules.check(form, findings.get(file)));
            Map<DeployedForm, Findings> submitted = new LinkedHashMap<>();
            forms.forEach((file, form) -> submitted.put(form, findings.get(file)));
            new FormUseRules().check(submitted, all);
            DecisionRules decisionRules = new DecisionRules(new LiteralCells(feel));
            decisions.forEach((file, root) -> decisionRules.check(root, all, findings.get(file)));
            processes.forEach((file, model) -> BpmnRules.check(model, all, findings.get(file)));
            Map<BpmnFile, Findings> drawn = new LinkedHashMap<>();
            processes.forEach((file, model) -> drawn.put(model, findings.get(file)));
            if (!processes.isEmpty() || !forms.isEmpty()) {
                new TogetherRules(all).check(drawn, findings.get(files.get(0)));
            }
            Stream.concat(processes.keySet().stream(), decisions.keySet().stream())
                    .filter(file -> findings.get(file).problems().isEmpty())
                    .forEach(file -> schema.problemOf(file, file.isProcess()).ifPresent(problem -> findings.get(file)
                            .problem(
                                    "The file is not as the Modeler writes files for Camunda 7: open it there, correct it and save it again. (%s)"
                                            .formatted(problem))));
            processes.forEach((file, model) -> readAsDeployed(file, model, findings.get(file)));
        }
        return new Report(
                findings.values().stream()
                        .flatMap(found -> found.problems().stream())
                        .toList(),
                findings.values().stream()
                        .flatMap(found -> found.warnings().stream())
                        .toList());
    }

    /** What our own rules have found, the engine would say again in other words. */
    private void readAsDeployed(ModelFile file, BpmnFile model, Findings to) {
        if (to.problems().isEmpty()) {
            engine.problemsOf(file).forEach(problem -> model.find(problem.element())
                    .ifPresentOrElse(
                            element -> to.problem(element, problem.predicate()),
                            () -> to.problem("The process " + problem.predicate())));
        }
    }

    private static void read(
            ModelFile file,
            SubmittedFiles all,
            Findings to,
            Map<ModelFile, BpmnFile> processes,
            Map<ModelFile, XmlElement> decisions,
            Map<ModelFile, DeployedForm> forms) {
        try {
            if (file.isForm()) {
                DeployedForm form = DeployedForm.read(file.content());
                forms.put(file, form);
                all.add(form);
                return;
            }
            XmlElement root = ReadXml.read(file.content());
            if (!root.is("definitions")) {
                to.problem("The file is not a diagram: save it again in the Modeler.");
            } else if (file.isProcess()) {
                BpmnFile model = new BpmnFile(file, root);
                processes.put(file, model);
                all.add(model);
            } else {
                decisions.put(file, root);
                root.children("decision")
                        .filter(decision -> decision.id() != null)
                        .forEach(all::addDecision);
            }
        } catch (ReadXml.Unreadable broken) {
            to.problem(broken.getMessage());
        } catch (IOException broken) {
            to.problem("The file cannot be read as a form: open it in the Modeler and save it again.");
        }
    }

    /** If two files held the same process, decision or form, nobody could say which would be in force. */
    private static void sameIds(
            List<ModelFile> files,
            Map<ModelFile, BpmnFile> processes,
            Map<ModelFile, XmlElement> decisions,
            Map<ModelFile, DeployedForm> forms,
            Map<ModelFile, Findings> findings) {
        Map<String, String> seen = new HashMap<>();
        for (ModelFile file : files) {
            List<String> ids = new ArrayList<>();
            Optional.ofNullable(processes.get(file)).ifPresent(model -> model.processes()
                    .forEach(process -> ids.add("process “%s”".formatted(process.id()))));
            Optional.ofNullable(decisions.get(file)).ifPresent(root -> root.children("decision")
                    .forEach(decision -> ids.add("decision “%s”".formatted(decision.id()))));
            Optional.ofNullable(forms.get(file)).ifPresent(form -> ids.add("form “%s”".formatted(form.id())));
            ids.forEach(id -> {
                String other = seen.putIfAbsent(id, file.shortName());
                if (other != null) {
                    findings.get(file)
                            .problem("The %s is in this file and in %s too: deploy one of them.".formatted(id, other));
                }
            });
        }
    }
}
