package org.rovingpm.modelcheck.bpmn;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A changed form must not break a process in force that uses its answers, even if only the form is deployed. */
public class FormUseRules {

    private final Rule variables = new VariableRules();

    /** @param forms the submitted forms, each with its findings */
    public void check(Map<DeployedForm, Findings> forms, SubmittedFiles all) {
        Map<String, Findings> own = forms.entrySet().stream()
                .filter(entry -> all.provided().form(entry.getKey().id()).isEmpty())
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue, (one, other) -> one));
        if (own.isEmpty()) {
            return;
        }
        Set<String> submitted = all.processFiles()
                .flatMap(BpmnFile::processes)
                .map(XmlElement::id)
                .collect(Collectors.toSet());
        all.inForce().processes().stream()
                .filter(process -> !submitted.contains(process))
                .forEach(process -> all.before(process).ifPresent(file -> check(process, file, own, all)));
    }

    private void check(String process, BpmnFile file, Map<String, Findings> own, SubmittedFiles all) {
        file.nodes("userTask", "startEvent")
                .map(step -> step.camunda("formRef"))
                .filter(form -> form != null && own.containsKey(form))
                .distinct()
                .forEach(form -> {
                    Findings found = new Findings(process);
                    variables.check(file, all, found);
                    found.problems().forEach(problem -> own.get(form)
                            .problem("With this form the process “%s” would break: %s"
                                    .formatted(process, problem.sentence())));
                });
    }
}
