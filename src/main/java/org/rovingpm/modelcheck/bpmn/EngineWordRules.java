package org.rovingpm.modelcheck.bpmn;

import java.util.List;
import java.util.Set;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.value.EngineWords;
import org.rovingpm.modelcheck.value.EngineWords.Use;
import org.rovingpm.modelcheck.xml.XmlElement;
import org.w3c.dom.Attr;

/** What the engine adds to BPMN does here what it says; a decision's answers fit the variable that they are put into. */
class EngineWordRules implements Rule {

    private static final Set<String> YES_OR_NO = Set.of("true", "false");
    private static final String BINDING = "Binding";
    /** The ways to take a decision's answers that fail where there is more than one column. */
    private static final Set<String> OF_ONE_COLUMN = Set.of("singleEntry", "collectEntries");
    /** The ways to take a decision's answers that fail where there is more than one row. */
    private static final Set<String> OF_ONE_ROW = Set.of("singleEntry", "singleResult");

    private static final Set<String> SEVERAL_ROWS = Set.of("COLLECT", "RULE ORDER");

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.processes().flatMap(XmlElement::all).forEach(element -> {
            element.attributes().forEach(attribute -> attribute(element, attribute, to));
            if (XmlElement.CAMUNDA.equals(element.element().getNamespaceURI())
                    && EngineWords.ofElement(element.tag()) == Use.REFUSED) {
                to.problem(
                        element,
                        "has the field “%s”, which our steps do not take: use an input parameter instead."
                                .formatted(String.valueOf(element.own("name"))));
            }
        });
        file.nodes("callActivity")
                .filter(call -> "deployment".equals(call.camunda("calledElementBinding")))
                .filter(call -> all.processFiles().flatMap(BpmnFile::processes).noneMatch(process -> String.valueOf(
                                call.own("calledElement"))
                        .equals(process.id())))
                .forEach(call -> to.problem(call, sameDeployment("process", call.own("calledElement"))));
        file.nodes("businessRuleTask")
                .filter(task -> task.camunda("decisionRef") != null)
                .forEach(task -> decision(task, all, to));
    }

    private static void attribute(XmlElement element, Attr attribute, Findings to) {
        boolean ofEngine = XmlElement.CAMUNDA.equals(attribute.getNamespaceURI())
                || attribute.getNamespaceURI() == null
                        && XmlElement.CAMUNDA.equals(element.element().getNamespaceURI());
        String name = attribute.getLocalName();
        Use use = ofEngine ? EngineWords.ofAttribute(name) : null;
        if (use == null || attribute.getValue().isBlank()) {
            return;
        }
        String value = attribute.getValue().strip();
        switch (use) {
            case REFUSED -> to.problem(element, EngineWords.reason(name));
            case YES_OR_NO -> {
                if (!YES_OR_NO.contains(value)) {
                    to.problem(element, "has “%s” as its %s: write true or false.".formatted(value, name));
                }
            }
            case ONE_OF -> {
                List<String> words = EngineWords.words(name);
                if (!words.contains(value)) {
                    to.problem(
                            element,
                            name.endsWith(BINDING)
                                    ? "has the binding “%s”: set it to “latest”, so that a correction reaches the cases under way."
                                            .formatted(value)
                                    : "has “%s” as its %s: write %s."
                                            .formatted(value, name, String.join(" or ", words)));
                }
            }
            case SETS_VARIABLE -> {
                if (!value.matches("[A-Za-z_$][A-Za-z0-9_$]*") && !value.contains("${") && !value.contains("#{")) {
                    to.problem(
                            element,
                            "has “%s” as the name of a variable (%s), which no expression could ask: write it with letters and digits, such as secondOpinion."
                                    .formatted(value, name));
                }
            }
            case WORKED_OUT, BY_RULE, NOT_USED -> {
                // Looked at by a rule of its own, or by nobody
            }
        }
    }

    private static void decision(XmlElement task, SubmittedFiles all, Findings to) {
        String id = task.camunda("decisionRef");
        if ("deployment".equals(task.camunda("decisionRefBinding")) && !all.submitsDecision(id)) {
            to.problem(task, sameDeployment("decision", id));
        }
        String taken = task.camunda("mapDecisionResult") == null ? "resultList" : task.camunda("mapDecisionResult");
        all.decision(id)
                .flatMap(decision -> decision.children("decisionTable").findFirst())
                .ifPresent(table -> {
                    long columns = table.children("output").count();
                    if (task.camunda("resultVariable") != null && OF_ONE_COLUMN.contains(taken) && columns > 1) {
                        to.problem(
                                task,
                                "takes one answer (%s) of the decision “%s”, which gives %d: choose singleResult or resultList."
                                        .formatted(taken, id, columns));
                    }
                    if (task.camunda("resultVariable") != null
                            && OF_ONE_ROW.contains(taken)
                            && table.own("aggregation") == null
                            && SEVERAL_ROWS.contains(String.valueOf(table.own("hitPolicy")))) {
                        to.problem(
                                task,
                                "takes one row (%s) of the decision “%s”, in which several may apply: choose collectEntries or resultList."
                                        .formatted(taken, id));
                    }
                });
    }

    private static String sameDeployment(String kind, String id) {
        return "has the binding “deployment”, and the %s “%s” is not among these files: set the binding to “latest”."
                .formatted(kind, id);
    }
}
