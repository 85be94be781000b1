package org.rovingpm.engine.settings;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * What the engine remembers: what "audit" does, who claimed and completed what, failures and incidents, and the batches
 * of managers. Not every job, decision and value of a variable, which would double what is written to disk; and not the
 * moments of deadlines (variables named "...At"), which the tasks and timers tell by themselves. Of processes that only do
 * what our own tables remember, nothing.
 */
class CaseHistory extends HistoryLevelAudit {

    static final String NAME = "case";

    private static final Set<HistoryEventType> ALSO = Set.of(
        HistoryEventTypes.USER_OPERATION_LOG,
        HistoryEventTypes.INCIDENT_CREATE, HistoryEventTypes.INCIDENT_DELETE, HistoryEventTypes.INCIDENT_RESOLVE,
        HistoryEventTypes.INCIDENT_UPDATE, HistoryEventTypes.INCIDENT_MIGRATE, HistoryEventTypes.JOB_FAIL,
        HistoryEventTypes.BATCH_START, HistoryEventTypes.BATCH_END, HistoryEventTypes.BATCH_UPDATE);

    /** What our own tables remember: messages, bulk changes, and what became of each. */
    private static final Set<String> REMEMBERED_ELSEWHERE = Set.of("message-delivery", "morning-digest", "returned-mail", "bulk-change");

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
        return !isRememberedElsewhere(entity) && (ALSO.contains(type)
            || super.isHistoryEventProduced(type, entity) && type != HistoryEventTypes.FORM_PROPERTY_UPDATE && !isMoment(entity));
    }

    private static boolean isMoment(Object entity) {
        return entity instanceof VariableInstance variable && variable.getName().endsWith("At");
    }

    private static boolean isRememberedElsewhere(Object entity) {
        if (entity instanceof ExecutionEntity execution) {
            return REMEMBERED_ELSEWHERE.contains(execution.getProcessDefinition().getKey());
        }
        if (entity instanceof Job job) {
            return job.getProcessDefinitionKey() != null && REMEMBERED_ELSEWHERE.contains(job.getProcessDefinitionKey());
        }
        // An incident knows the id of its model only, which begins with the key
        return entity instanceof Incident incident && incident.getProcessDefinitionId() != null
            && REMEMBERED_ELSEWHERE.contains(incident.getProcessDefinitionId().split(":")[0]);
    }
}
