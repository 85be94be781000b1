package org.rovingpm.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.rovingpm.engine.AllowedInModels;

/** Refuses models with code, wherever it is. */
class NoCodeInModels extends BpmnParse {

    private static final List<String> CONDITIONS =
            List.of("conditionExpression", "condition", "completionCondition", "loopCardinality");

    private NoCodeInModels(BpmnParser parser) {
        super(parser);
    }

    /** Makes the engine check a model before it instantiates anything that the model names. */
    static BpmnParseFactory factory() {
        return NoCodeInModels::new;
    }

    @Override
    protected void parseRootElement() {
        check(rootElement);
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }

    private void check(Element element) {
        if (List.of("scriptTask", "script").contains(element.getTagName())) {
            refuse("Scripts are not allowed in models. Use a decision, or ask the developers for a delegate.", element);
        }
        if (CONDITIONS.contains(element.getTagName()) && element.attribute("language") != null) {
            refuse("A condition may not be a script. Write it as an expression such as ${planApproved}.", element);
        }
        if (AllowedInModels.CLASS_ATTRIBUTES.stream().anyMatch(name -> extension(element, name) != null)) {
            refuse("A model may not name a Java class. Name a delegate, such as #{releaseMoney}.", element);
        }
        if ("constraint".equals(element.getTagName()) && "validator".equals(element.attribute("name"))) {
            refuse("A model may not name a validator. What is submitted is checked by the step itself.", element);
        }
        String type = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "type");
        if (type != null && !AllowedInModels.TASK_TYPE.equals(type)) {
            refuse("A task of the type \"" + type + "\" is not allowed.", element);
        }
        if (extension(element, "formKey") != null) {
            refuse("A form is a Camunda Form: set the form reference and leave the form key empty.", element);
        }
        element.elements().forEach(this::check);
    }

    private static String extension(Element element, String name) {
        String value = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
        return value == null && element.getUri().equals(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getNamespaceUri())
                ? element.attribute(name)
                : value;
    }

    private void refuse(String sentence, Element element) {
        addError(new BpmnParseException(sentence, element));
    }
}
