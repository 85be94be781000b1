package org.rovingpm.access.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The engine's checks of rights, with the commonest first: a person does the task that is theirs by a right of their own to
 * it ({@link AssignedTaskAuthorizations}). One row tells. The engine's question of all roles and processes, which costs more
 * than all else that a report does, is asked of everybody else. Rights are only ever granted, so that the order changes no answer.
 */
class OwnTaskFirst extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        if (!isOwn(task)) {
            super.checkTaskWork(task);
        }
    }

    private static boolean isOwn(TaskEntity task) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null || !person.getUserId().equals(task.getAssignee())) {
            return false;
        }
        AuthorizationEntity right = Context.getCommandContext().getAuthorizationManager()
            .findAuthorizationByUserIdAndResourceId(AUTH_TYPE_GRANT, person.getUserId(), TASK, task.getId());
        return right != null && right.isPermissionGranted(TaskPermissions.TASK_WORK);
    }
}
