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

/**
 * What the engine remembers: what "audit" does, who claimed and completed what, failures and incidents, the batches of
 * managers, and each value that a variable has had. Not every job and decision, which would double what is written to disk;
 * and not the moments of deadlines (variables named "...At"), which the tasks and timers tell by themselves. Of processes
 * that only do what our own tables remember, nothing.
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

    /** What our own tables remember: messages, bulk changes, and what became of each. */
    private static final Set<String> REMEMBERED_ELSEWHERE =
            Set.of("message-delivery", "morning-digest", "returned-mail", "bulk-change");

    /** Set once in each process of a case, and the same in all. */
    private static final Set<String> NEVER_CHANGE = Set.of("caseReference", "practiceName");

    /** Thousands of weeks begin and are reported on a Friday. What one is given, the case remembers; what it finds out, it does once. */
    private static final String WEEK = "weekly-check-in";

    private static final Set<String> OF_A_WEEK =
            Set.of("rag", "rovingPm", "reviewNeeded", "ragChanged", "supportComplete");

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
    private static boolean isKept(HistoricVariableUpdateEventEntity value) {
        String name = value.getVariableName();
        String process = value.getProcessDefinitionKey();
        return process != null
                && !REMEMBERED_ELSEWHERE.contains(process)
                && !NEVER_CHANGE.contains(name)
                && !isMoment(name)
                && !(WEEK.equals(process) && OF_A_WEEK.contains(name))
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

    private static boolean isMoment(Object entity) {
        return entity instanceof VariableInstance variable && isMoment(variable.getName());
    }

    private static boolean isMoment(String variable) {
        return variable.endsWith("At");
    }

    private static boolean isRememberedElsewhere(Object entity) {
        if (entity instanceof ExecutionEntity execution) {
            return REMEMBERED_ELSEWHERE.contains(
                    execution.getProcessDefinition().getKey());
        }
        if (entity instanceof Job job) {
            return job.getProcessDefinitionKey() != null
                    && REMEMBERED_ELSEWHERE.contains(job.getProcessDefinitionKey());
        }
        // An incident knows the id of its model only, which begins with the key
        return entity instanceof Incident incident
                && incident.getProcessDefinitionId() != null
                && REMEMBERED_ELSEWHERE.contains(
                        incident.getProcessDefinitionId().split(":")[0]);
    }
}
