package org.rovingpm.engine.call;

import java.util.Optional;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.OutputParameter;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.connect.Connectors;
import org.camunda.connect.plugin.impl.ServiceTaskConnectorActivityBehavior;

/** Turns each connector in a model into a {@link ServiceCall}, and refuses any that call something else. */
class ServiceCallParsing extends AbstractBpmnParseListener {

    private final OutsideServices services;
    private final AnsweredCalls answered;

    ServiceCallParsing(OutsideServices services, AnsweredCalls answered) {
        this.services = services;
        this.answered = answered;
    }

    @Override
    public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        replace(task, activity);
    }

    @Override
    public void parseSendTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        replace(task, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        replace(task, activity);
    }

    @Override
    public void parseEndEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
        replace(event.element("messageEventDefinition"), activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
        replace(event.element("messageEventDefinition"), activity);
    }

    private void replace(Element element, ActivityImpl activity) {
        if (!(activity.getActivityBehavior() instanceof ServiceTaskConnectorActivityBehavior)) {
            return;
        }
        Element connector = BpmnParseUtil.findCamundaExtensionElement(element, "connector");
        String id = connector.element("connectorId").getText().strip();
        if (!Connectors.HTTP_CONNECTOR_ID.equals(id)) {
            throw new BpmnParseException(
                    "A connector of the kind \"" + id + "\" is not allowed. Use the http-connector.", connector);
        }
        if (services.named(url(connector)).isEmpty()) {
            throw new BpmnParseException(
                    "A model may not call other addresses. Begin the url with one of " + services.names()
                            + " and a colon, for example nhs-register:organisations.",
                    connector);
        }
        if (!activity.isAsyncBefore()) {
            throw new BpmnParseException(
                    "A step that calls a service needs \"asynchronous before\": otherwise the person"
                            + " before it waits for the service, and meets its failures.",
                    element);
        }
        activity.setActivityBehavior(
                new ServiceCall(id, passing(BpmnParseUtil.parseInputOutput(connector)), services, answered));
    }

    private static String url(Element connector) {
        return Optional.ofNullable(connector.element("inputOutput")).stream()
                .flatMap(mapping -> mapping.elements("inputParameter").stream())
                .filter(input -> OutsideServices.URL.equals(input.attribute("name")))
                .map(Element::getText)
                .findFirst()
                .orElse("");
    }

    private static IoMapping passing(IoMapping mapping) {
        if (mapping.getOutputParameters() != null) {
            mapping.setOuputParameters(mapping.getOutputParameters().stream()
                    .map(output -> (OutputParameter) new PassingOutput(output.getName(), output.getValueProvider()))
                    .toList());
        }
        return mapping;
    }
}
