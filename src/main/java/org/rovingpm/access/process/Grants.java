package org.rovingpm.access.process;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.GROUP_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.SYSTEM;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.ProcessAccess;
import org.rovingpm.access.Role;
import org.rovingpm.access.WebApplication;

/**
 * The rights of roles in the engine, derived from the declarations: by process, never by task, because a row a task makes counting
 * tasks slow. The one exception is the roving PM, who has no right on any process's tasks and gets one for each task of their
 * own ({@link AssignedTaskAuthorizations}).
 */
final class Grants {

    private static final String ANY = "*";

    private final Map<Right, Set<Permission>> all = new HashMap<>();

    /** A role and what it has rights to: one row of the engine's table. */
    record Right(Role role, int resourceType, String id) {}

    /** What the code declares. */
    static Grants declaredBy(DeclaredAccess declared) {
        Grants grants = new Grants();
        for (WebApplication application : WebApplication.values()) {
            application.users().forEach(role -> grants.grant(role, APPLICATION, application.id(), Permissions.ACCESS));
        }
        declared.processes().forEach(grants::process);
        grants.processManager();
        grants.administrator();
        return grants;
    }

    Map<Right, Set<Permission>> all() {
        return Map.copyOf(all);
    }

    /** The roles that may do the tasks of some process. */
    Set<Role> workers() {
        return all.entrySet().stream()
                .filter(grant -> grant.getValue().contains(ProcessDefinitionPermissions.TASK_WORK))
                .map(grant -> grant.getKey().role())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lets the role see the instances of a process and do its tasks. */
    void work(Role role, String process) {
        grant(
                role,
                PROCESS_DEFINITION,
                process,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.READ_HISTORY);
    }

    /** Lets the role start a process by its form. */
    void start(Role role, String process) {
        grant(
                role,
                PROCESS_DEFINITION,
                process,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        grant(role, PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    /** Shows the role a list of tasks. */
    void list(Role role, String filter) {
        grant(role, FILTER, filter, Permissions.READ);
    }

    private void process(ProcessAccess access) {
        access.workers().forEach(role -> work(role, access.process()));
        access.starters().forEach(role -> start(role, access.process()));
        access.assigners()
                .forEach(role ->
                        grant(role, PROCESS_DEFINITION, access.process(), ProcessDefinitionPermissions.TASK_ASSIGN));
    }

    /** Sees and mends every case's process and deploys; deletes neither a deployment nor a case, for both take history along. */
    private void processManager() {
        grant(
                Role.PROCESS_MANAGER,
                PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.UPDATE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.MIGRATE_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.SUSPEND,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE);
        grant(Role.PROCESS_MANAGER, DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ);
        grant(
                Role.PROCESS_MANAGER,
                DECISION_DEFINITION,
                ANY,
                Permissions.READ,
                Permissions.READ_HISTORY,
                Permissions.CREATE_INSTANCE);
        grant(Role.PROCESS_MANAGER, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        // The right to make any batch would be one to delete cases and their history, and to write variables
        grant(
                Role.PROCESS_MANAGER,
                BATCH,
                ANY,
                BatchPermissions.READ,
                BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES,
                BatchPermissions.UPDATE);
    }

    /** Manages accounts and groups, and the rights of groups that are no roles ({@link RightsOfGroups}); reads no case. */
    private void administrator() {
        grant(Role.ADMINISTRATOR, USER, ANY, Permissions.ALL);
        grant(Role.ADMINISTRATOR, GROUP, ANY, Permissions.ALL);
        grant(Role.ADMINISTRATOR, GROUP_MEMBERSHIP, ANY, Permissions.ALL);
        grant(Role.ADMINISTRATOR, AUTHORIZATION, ANY, Permissions.ALL);
        grant(Role.ADMINISTRATOR, SYSTEM, ANY, SystemPermissions.READ);
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        all.computeIfAbsent(new Right(role, resource.resourceType(), id), right -> new HashSet<>())
                .addAll(Set.of(permissions));
    }
}
