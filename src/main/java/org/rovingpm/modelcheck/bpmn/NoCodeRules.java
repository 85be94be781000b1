package org.rovingpm.modelcheck.bpmn;

import org.rovingpm.engine.AllowedInModels;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A model contains no code: no script, no Java class, and no extension of another engine. */
class NoCodeRules implements Rule {

    private static final String[] CONDITIONS = {
        "conditionExpression", "condition", "completionCondition", "loopCardinality"
    };
    private static final String OTHER_ENGINE = "http://activiti.org/bpmn";

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.root().all().forEach(element -> {
            if (element.is("scriptTask")) {
                to.problem(
                        element,
                        "is a script task: scripts are not allowed. Use a decision, or a service task that names one of our delegates.");
            } else if (element.is("script") && element.around("scriptTask") == null) {
                to.problem(
                        element,
                        "has a script (a listener, an input, an output or a condition): scripts are not allowed. "
                                + "Take it out, or use a decision.");
            }
            if (element.is(CONDITIONS) && (element.own("language") != null || element.camunda("resource") != null)) {
                to.problem(
                        element, "has a script as its condition: write an expression such as ${planApproved} instead.");
            }
            namesCode(element, to);
            if (element.attributes().anyMatch(attribute -> OTHER_ENGINE.equals(attribute.getNamespaceURI()))
                    || OTHER_ENGINE.equals(element.element().getNamespaceURI())) {
                to.problem(
                        element,
                        "has an extension of another engine (%s): set it again in the Modeler, which writes Camunda's."
                                .formatted(OTHER_ENGINE));
            }
        });
    }

    private static void namesCode(XmlElement element, Findings to) {
        boolean extension = XmlElement.CAMUNDA.equals(element.element().getNamespaceURI());
        if (AllowedInModels.CLASS_ATTRIBUTES.stream()
                .anyMatch(name -> element.camunda(name) != null || extension && element.own(name) != null)) {
            to.problem(element, "names a Java class: name one of our delegates instead, such as #{releaseMoney}.");
        }
        if (element.is("constraint") && "validator".equals(element.own("name"))) {
            to.problem(element, "names a validator: take it out. What is submitted is checked by the step itself.");
        }
        String type = element.camunda("type");
        if (type != null && !AllowedInModels.TASK_TYPE.equals(type)) {
            to.problem(
                    element,
                    "is a task of the type “%s”, which is not allowed: name one of our delegates instead."
                            .formatted(type));
        }
        if (element.camunda("formKey") != null || extension && element.own("formKey") != null) {
            to.problem(
                    element,
                    "has a form key: choose “Camunda Forms” as its type of form, set the form reference and leave the form key empty.");
        }
    }
}
