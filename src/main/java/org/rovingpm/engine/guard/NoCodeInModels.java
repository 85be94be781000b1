package org.rovingpm.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Refuses models that carry code, wherever in the model it stands. */
class NoCodeInModels extends AbstractBpmnParseListener {

    private static final List<String> CLASSES = List.of("class", "formHandlerClass", "variableMappingClass");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        check(root);
    }

    private static void check(Element element) {
        if (List.of("scriptTask", "script").contains(element.getTagName())) {
            throw refusal("Scripts are not allowed in models. Use a decision, or ask the developers for a delegate.", element);
        }
        if ("conditionExpression".equals(element.getTagName()) && element.attribute("language") != null) {
            throw refusal("A condition may not be a script. Write it as an expression such as ${planApproved}.", element);
        }
        if (CLASSES.stream().anyMatch(name -> extension(element, name) != null)) {
            throw refusal("A model may not name a Java class. Name a delegate, such as #{releaseMoney}.", element);
        }
        if ("constraint".equals(element.getTagName()) && "validator".equals(element.attribute("name"))) {
            throw refusal("A model may not name a validator. What is submitted is checked by the step itself.", element);
        }
        String type = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "type");
        if (type != null && !"external".equals(type)) {
            throw refusal("A task of the type \"" + type + "\" is not allowed.", element);
        }
        if (extension(element, "formKey") != null) {
            throw refusal("A form is a Camunda Form: set the form reference and leave the form key empty.", element);
        }
        element.elements().forEach(NoCodeInModels::check);
    }

    private static String extension(Element element, String name) {
        String value = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
        return value == null && element.getUri().equals(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getNamespaceUri()) ? element.attribute(name) : value;
    }

    private static BpmnParseException refusal(String sentence, Element element) {
        return new BpmnParseException(sentence, element);
    }
}
