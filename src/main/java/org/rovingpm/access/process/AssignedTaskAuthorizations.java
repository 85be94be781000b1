package org.rovingpm.access.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.rovingpm.access.Role;

/**
 * Gives a roving PM the right to a task while it is theirs, and to see the facts of its process that its card shows.
 * Nobody else needs such rows: the other roles have their rights by process ({@link Grants}).
 */
class AssignedTaskAuthorizations extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
        if (before != null && !before.equals(now)) {
            delete(before, TASK, task.getId());
            withdraw(before, task);
        }
        if (now == null || !isRovingPm(now)) {
            return new AuthorizationEntity[0];
        }
        List<AuthorizationEntity> rights = new ArrayList<>();
        if (before == null && begins(task) || !has(now, TASK, task.getId())) {
            rights.add(right(now, TASK, task.getId(), Permissions.READ, TaskPermissions.TASK_WORK));
        }
        if (task.getProcessInstanceId() != null && !has(now, PROCESS_INSTANCE, task.getProcessInstanceId())) {
            rights.add(right(now, PROCESS_INSTANCE, task.getProcessInstanceId(), Permissions.READ));
        }
        return rights.toArray(AuthorizationEntity[]::new);
    }

    /** The task is done or has been taken away by the process; the rights to it end with it. */
    static void ended(DelegateTask task) {
        if (task.getAssignee() != null) {
            withdraw(task.getAssignee(), (TaskEntity) task);
        }
    }

    /** Withdraws what the person may see of the task's process, unless another task of it is theirs. */
    private static void withdraw(String person, Task task) {
        if (task.getProcessInstanceId() != null
                && Context.getCommandContext()
                        .getTaskManager()
                        .findTasksByProcessInstanceId(task.getProcessInstanceId())
                        .stream()
                        .noneMatch(other -> person.equals(other.getAssignee())
                                && !other.getId().equals(task.getId()))) {
            delete(person, PROCESS_INSTANCE, task.getProcessInstanceId());
        }
    }

    private static void delete(String person, Resource resource, String id) {
        AuthorizationEntity right =
                rights().findAuthorizationByUserIdAndResourceId(AUTH_TYPE_GRANT, person, resource, id);
        if (right != null) {
            Context.getCommandContext().getDbEntityManager().delete(right);
        }
    }

    /** Nothing of it is in the database yet, so that nobody has a right to it there. */
    private static boolean begins(Task task) {
        return ((TaskEntity) task).getRevision() == 0;
    }

    /** What the end of a task before has withdrawn in the same step is theirs again. */
    private static boolean has(String person, Resource resource, String id) {
        AuthorizationEntity right =
                rights().findAuthorizationByUserIdAndResourceId(AUTH_TYPE_GRANT, person, resource, id);
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        if (right != null && entities.isDeleted(right)) {
            entities.undoDelete(right);
        }
        return right != null;
    }

    private static AuthorizationEntity right(String person, Resource resource, String id, Permission... permissions) {
        AuthorizationEntity right = new AuthorizationEntity(AUTH_TYPE_GRANT);
        right.setUserId(person);
        right.setResource(resource);
        right.setResourceId(id);
        for (Permission permission : permissions) {
            right.addPermission(permission);
        }
        return right;
    }

    private static boolean isRovingPm(String person) {
        return Context.getCommandContext()
                .runWithoutAuthorization(() -> Context.getCommandContext()
                                .getReadOnlyIdentityProvider()
                                .createGroupQuery(Context.getCommandContext())
                                .groupId(Role.ROVING_PM.group())
                                .groupMember(person)
                                .count()
                        > 0);
    }

    private static AuthorizationManager rights() {
        return Context.getCommandContext().getAuthorizationManager();
    }

    /** People may see and change their own account, and not delete it. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {right(user.getId(), USER, user.getId(), Permissions.READ, Permissions.UPDATE)
        };
    }

    /** The right to deployments goes with the role, not with who made one. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return new AuthorizationEntity[0];
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
        return new AuthorizationEntity[0];
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
        return new AuthorizationEntity[0];
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        return new AuthorizationEntity[0];
    }
}
