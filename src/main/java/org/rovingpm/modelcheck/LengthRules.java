package org.rovingpm.modelcheck;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.Lengths;
import org.rovingpm.modelcheck.known.Lengths.Kept;
import org.rovingpm.modelcheck.known.ModelFile;
import org.rovingpm.modelcheck.xml.XmlElement;

/** Names, ids and texts of models fit into the columns of the engine that keep them. */
class LengthRules {

    /** What the engine writes before the time of a timer. */
    private static final int KIND_OF_TIMER = "DURATION: ".length();

    private static final Map<String, Kept> OF_TASK = Map.of(
            "assignee", Kept.ASSIGNEE,
            "topic", Kept.TOPIC,
            "resultVariable", Kept.VARIABLE_NAME,
            "elementVariable", Kept.VARIABLE_NAME,
            "errorCodeVariable", Kept.VARIABLE_NAME,
            "errorMessageVariable", Kept.VARIABLE_NAME,
            "initiator", Kept.VARIABLE_NAME);

    private final Lengths lengths;

    LengthRules(Lengths lengths) {
        this.lengths = lengths;
    }

    void ofFile(ModelFile file, Findings to) {
        if (file.name().length() > lengths.most(Kept.FILE_NAME)) {
            to.problem("The name of the file has %s characters, and at most %s are possible: shorten it."
                    .formatted(
                            BritishFormat.number(file.name().length()),
                            BritishFormat.number(lengths.most(Kept.FILE_NAME))));
        }
    }

    void ofForm(DeployedForm form, Findings to) {
        if (form.id().length() > lengths.most(Kept.FORM_ID)) {
            to.problem("The id of the form has %s characters, and at most %s are possible: shorten it."
                    .formatted(
                            BritishFormat.number(form.id().length()),
                            BritishFormat.number(lengths.most(Kept.FORM_ID))));
        }
    }

    void ofProcesses(BpmnFile file, Findings to) {
        check(file.root(), "target namespace", file.root().own("targetNamespace"), Kept.NAMESPACE, 0, to);
        file.processes().forEach(process -> {
            check(process, "id", process.id(), Kept.PROCESS_ID, 0, to);
            check(process, "name", process.own("name"), Kept.PROCESS_NAME, 0, to);
            check(process, "version tag", process.camunda("versionTag"), Kept.VERSION_TAG, 0, to);
            process.all().forEach(element -> ofElement(element, to));
        });
        file.root()
                .children("message", "signal")
                .forEach(event -> check(event, "name", event.own("name"), Kept.EVENT_NAME, 0, to));
    }

    private void ofElement(XmlElement element, Findings to) {
        if (element.is(BpmnFile.NODES.toArray(String[]::new))) {
            check(element, "id", element.id(), Kept.STEP_ID, 0, to);
            check(element, "name", element.own("name"), Kept.STEP_NAME, 0, to);
        }
        if (element.is("userTask")) {
            element.children("documentation")
                    .limit(1)
                    .forEach(text -> check(element, "documentation", text.text(), Kept.TASK_DESCRIPTION, 0, to));
            Stream.of("candidateGroups", "candidateUsers")
                    .map(element::camunda)
                    .filter(Objects::nonNull)
                    .flatMap(candidates -> Arrays.stream(candidates.split(",")))
                    .forEach(candidate -> check(element, "candidate", candidate.strip(), Kept.CANDIDATE, 0, to));
        }
        OF_TASK.forEach((attribute, kept) -> check(element, attribute, element.camunda(attribute), kept, 0, to));
        if (element.is("timeDate", "timeDuration", "timeCycle")) {
            check(element, "time", element.text(), Kept.TIMER, KIND_OF_TIMER, to);
        }
        if (element.is("inputParameter", "outputParameter") && element.around("connector") == null) {
            check(element, "name of a variable", element.own("name"), Kept.VARIABLE_NAME, 0, to);
            if (element.children().findAny().isEmpty() && !Expressions.isExpression(element.text())) {
                check(element, "value of a variable", element.text(), Kept.VARIABLE_TEXT, 0, to);
            }
        }
        if (element.is("in", "out")) {
            check(element, "name of a variable", element.own("target"), Kept.VARIABLE_NAME, 0, to);
        }
    }

    void ofDecisions(XmlElement root, Findings to) {
        check(root, "id", root.id(), Kept.DIAGRAM_ID, 0, to);
        check(root, "name", root.own("name"), Kept.DIAGRAM_NAME, 0, to);
        check(root, "namespace", root.own("namespace"), Kept.NAMESPACE, 0, to);
        root.children("decision").forEach(decision -> {
            check(decision, "id", decision.id(), Kept.DECISION_ID, 0, to);
            check(decision, "name", decision.own("name"), Kept.DECISION_NAME, 0, to);
        });
    }

    private void check(XmlElement element, String what, String text, Kept kept, int taken, Findings to) {
        int most = lengths.most(kept) - taken;
        if (text != null && text.length() > most) {
            to.problem(
                    element,
                    "has %s of %s characters, and at most %s are possible: shorten it."
                            .formatted(article(what), BritishFormat.number(text.length()), BritishFormat.number(most)));
        }
    }

    private static String article(String what) {
        return ("aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what;
    }
}
