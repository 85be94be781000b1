package org.rovingpm.engine.settings;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Records with each value of a variable the operation of the person behind it, also when one of our listeners sets
 * it. The engine logs no operations within listeners, so it would not know which one is under way.
 */
class VariableAudit extends CacheAwareHistoryEventProducer {

    @Override
    protected void initHistoricVariableUpdateEvt(
            HistoricVariableUpdateEventEntity value, VariableInstanceEntity variable, HistoryEventType type) {
        super.initHistoricVariableUpdateEvt(value, variable, type);
        CommandContext command = Context.getCommandContext();
        if (!command.isUserOperationLogEnabled()) {
            command.enableUserOperationLog();
            value.setUserOperationId(command.getOperationId());
            command.disableUserOperationLog();
        }
    }
}
