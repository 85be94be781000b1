package org.rovingpm.engine.settings;

import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.rovingpm.contract.Contracts;

/**
 * What the engine remembers: what "audit" does, who claimed and completed what, failures and incidents, the batches of
 * managers, and each value that a variable has had. Not every job and decision, which would double what is written to disk; and not
 * what the contracts of the processes say that it need not: the moments of deadlines, which the tasks and timers tell by
 * themselves, the earlier values of some variables, and processes that only do what our own tables remember.
 */
class CaseHistoryLevel extends HistoryLevelAudit {

    static final String NAME = "case";

    private static final Set<HistoryEventType> ALSO = Set.of(
            HistoryEventTypes.USER_OPERATION_LOG,
            HistoryEventTypes.INCIDENT_CREATE,
            HistoryEventTypes.INCIDENT_DELETE,
            HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.INCIDENT_MIGRATE,
            HistoryEventTypes.JOB_FAIL,
            HistoryEventTypes.BATCH_START,
            HistoryEventTypes.BATCH_END,
            HistoryEventTypes.BATCH_UPDATE);

    private final Contracts contracts;
    private final Set<String> rememberedElsewhere;

    CaseHistoryLevel(Contracts contracts) {
        this.contracts = contracts;
        this.rememberedElsewhere = contracts.processes(contract -> !contract.inHistory());
    }

    @Override
    public int getId() {
        return 40;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (type == HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL) {
            return entity instanceof HistoricVariableUpdateEventEntity value && isKept(value);
        }
        return !isRememberedElsewhere(entity)
                && (ALSO.contains(type)
                        || super.isHistoryEventProduced(type, entity)
                                && type != HistoryEventTypes.FORM_PROPERTY_UPDATE
                                && !isMoment(entity));
    }

    /** Whether a value is written beside the last one that the variable has: when, at which step, by which command. */
    private boolean isKept(HistoricVariableUpdateEventEntity value) {
        String name = value.getVariableName();
        String process = value.getProcessDefinitionKey();
        return process != null
                && !rememberedElsewhere.contains(process)
                && !contracts.isLastValueOnly(process, name)
                && !contracts.isMoment(process, name)
                // Nobody is shown what is stored as bytes
                && value.getByteValue() == null
                && (value.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_CREATE)
                        || value.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE) && isAnother(value));
    }

    /** Compared with the last value, which the engine reads next in any case: what is set again to what it is has not changed. */
    private static boolean isAnother(HistoricVariableUpdateEventEntity value) {
        HistoricVariableInstanceEntity last = Context.getCommandContext()
                .getDbEntityManager()
                .selectById(HistoricVariableInstanceEntity.class, value.getVariableInstanceId());
        return last == null
                || !Objects.equals(last.getSerializerName(), value.getSerializerName())
                || !Objects.equals(last.getTextValue(), value.getTextValue())
                || !Objects.equals(last.getLongValue(), value.getLongValue())
                || !Objects.equals(last.getDoubleValue(), value.getDoubleValue());
    }

    private boolean isMoment(Object entity) {
        return entity instanceof VariableInstance variable
                && contracts.isMoment(Contracts.processOf(variable.getProcessDefinitionId()), variable.getName());
    }

    private boolean isRememberedElsewhere(Object entity) {
        if (entity instanceof ExecutionEntity execution) {
            return rememberedElsewhere.contains(execution.getProcessDefinition().getKey());
        }
        if (entity instanceof Job job) {
            return job.getProcessDefinitionKey() != null && rememberedElsewhere.contains(job.getProcessDefinitionKey());
        }
        return entity instanceof Incident incident
                && incident.getProcessDefinitionId() != null
                && rememberedElsewhere.contains(Contracts.processOf(incident.getProcessDefinitionId()));
    }
}
