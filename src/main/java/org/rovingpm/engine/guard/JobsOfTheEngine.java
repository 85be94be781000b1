package org.rovingpm.engine.guard;

import static org.camunda.bpm.engine.authorization.Resources.BATCH;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Checks who changes a job that belongs to no process, for which the engine by itself asks after no right at all: a batch's
 * needs the right to change the batch, and the engine's own, such as the one that clears up history, nobody changes.
 */
class JobsOfTheEngine extends TenantCommandChecker {

    @Override
    public void checkUpdateJob(JobEntity job) {
        super.checkUpdateJob(job);
        check(job);
    }

    @Override
    public void checkUpdateRetriesJob(JobEntity job) {
        super.checkUpdateRetriesJob(job);
        check(job);
    }

    private static void check(JobEntity job) {
        if (job.getProcessDefinitionKey() != null || isUnchecked()) {
            return;
        }
        if (!(job.getJobDefinition() instanceof JobDefinitionEntity ofBatch)) {
            throw new AuthorizationException("This is the engine's own work: nobody changes it.");
        }
        rights().checkAuthorization(BatchPermissions.UPDATE, BATCH, ofBatch.getJobConfiguration());
    }

    private static boolean isUnchecked() {
        return Context.getCommandContext().getAuthentication() == null
                || !Context.getCommandContext().isAuthorizationCheckEnabled();
    }

    private static AuthorizationManager rights() {
        return Context.getCommandContext().getAuthorizationManager();
    }
}
