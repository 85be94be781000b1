package org.rovingpm.engine.call;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Adds the rules for calls to the engine, after the connectors' own. */
@Component
class ServiceCallPlugin extends AbstractProcessEnginePlugin {

    private final OutsideServices services;
    private final AnsweredCalls answered;

    ServiceCallPlugin(OutsideServices services, AnsweredCalls answered) {
        this.services = services;
        this.answered = answered;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(new ServiceCallParsing(services, answered));
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
