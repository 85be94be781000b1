package org.rovingpm.modelchange.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.rovingpm.modelchange.CaseMoves;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Notices each case that the engine moves to another version, in the same transaction. */
@Component
class MovedCases extends AbstractProcessEnginePlugin implements HistoryEventHandler {

    private final ObjectProvider<CaseMoves> moves;

    MovedCases(ObjectProvider<CaseMoves> moves) {
        this.moves = moves;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<HistoryEventHandler> handlers = new ArrayList<>(engine.getCustomHistoryEventHandlers());
        handlers.add(this);
        engine.setCustomHistoryEventHandlers(handlers);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity instance
                && event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_MIGRATE)) {
            moves.getObject().recordMoved(instance.getProcessInstanceId(), instance.getProcessDefinitionId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
