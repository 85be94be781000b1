package org.rovingpm.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/**
 * Deletes the rights of a deleted user or group, so that a later one with the same id inherits nothing. Public
 * because the engine creates it.
 */
public class OrphanedRights extends DbIdentityServiceProvider {

    @Override
    public IdentityOperationResult deleteUser(String user) {
        IdentityOperationResult result = super.deleteUser(user);
        delete((AuthorizationQueryImpl) new AuthorizationQueryImpl().userIdIn(user));
        return result;
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        IdentityOperationResult result = super.deleteGroup(group);
        delete((AuthorizationQueryImpl) new AuthorizationQueryImpl().groupIdIn(group));
        return result;
    }

    private void delete(AuthorizationQueryImpl theirs) {
        CommandContext commands = Context.getCommandContext();
        commands.runWithoutAuthorization(() -> {
            List<Authorization> rights = commands.getAuthorizationManager().selectAuthorizationByQueryCriteria(theirs);
            rights.stream()
                    .filter(right ->
                            commands.getDbEntityManager().getCachedEntity(AuthorizationEntity.class, right.getId())
                                    != null)
                    .forEach(right -> commands.getDbEntityManager().delete((AuthorizationEntity) right));
            return null;
        });
    }
}
