package org.rovingpm.engine.tuning;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The engine's checks of rights, with the usual ones first, each a short question: a roving PM's own right to the task that is
 * theirs, and a role's to the tasks of a process. The engine's question after every right there could be takes much longer,
 * and is left to whoever has neither. Rights are only ever granted, so that the order changes no answer.
 *
 * <p>Relies on: {@code AuthorizationCommandChecker.checkTaskWork} being what the engine asks before a task is completed and
 * passing with one of these rights; on {@code AuthorizationManager.isAuthorized} taking a process by its key; on
 * {@code authorization-check-revokes: never}. With Operaton: all of these are there under the same names; a new kind of check
 * before completion (as {@code checkTaskWork} was once) would go past this unseen, slower and no less safe.
 */
class FastRightsCheck extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        if (!hasOwnRight(task) && !hasRightOfRole(task)) {
            super.checkTaskWork(task);
        }
    }

    private static boolean hasOwnRight(TaskEntity task) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null || !person.getUserId().equals(task.getAssignee())) {
            return false;
        }
        AuthorizationEntity right = ownRight(person.getUserId(), task.getId());
        return right != null && right.isPermissionGranted(TaskPermissions.TASK_WORK);
    }

    /** A step is checked where its form is taken and where its task is completed: it is looked up once. */
    private static AuthorizationEntity ownRight(String person, String task) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntitiesByType(AuthorizationEntity.class)
                .stream()
                .filter(right -> right.getAuthorizationType() == AUTH_TYPE_GRANT
                        && person.equals(right.getUserId())
                        && right.getResourceType() == TASK.resourceType()
                        && task.equals(right.getResourceId()))
                .findAny()
                .orElseGet(() -> rights().findAuthorizationByUserIdAndResourceId(AUTH_TYPE_GRANT, person, TASK, task));
    }

    private static boolean hasRightOfRole(TaskEntity task) {
        return task.getProcessDefinitionId() != null
                && rights().isAuthorized(
                                ProcessDefinitionPermissions.TASK_WORK,
                                PROCESS_DEFINITION,
                                task.getProcessDefinition().getKey());
    }

    private static AuthorizationManager rights() {
        return Context.getCommandContext().getAuthorizationManager();
    }
}
