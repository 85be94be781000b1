package org.rovingpm.engine.settings;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Notes with each value of a variable the operation of a person that it comes from, also where one of our listeners has set it: within
 * those the engine logs no operations, and so does not say which is under way.
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
