package org.rovingpm.access.process;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.rovingpm.access.Role;

/**
 * What each role may do in the engine: by process, never by task, because a row a task makes counting tasks slow.
 * The one exception is the roving PM, who has no right on any process's tasks and gets one for each task of their own
 * ({@link AssignedTaskAuthorizations}). Commissioners have no right at all.
 */
final class Grants {

    /** Roles whose work is in Tasklist; process managers find the reviews of changes there, and their other work in Cockpit. */
    static final Set<Role> USES_TASKLIST =
            Set.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.LIAISON, Role.ROVING_PM, Role.BUDGET_HOLDER);

    static final String SUPPORT_CASE = "support-case";
    static final String JOB_PLAN_APPROVAL = "job-plan-approval";
    static final String CASE_CHANGE = "case-change";
    static final String ROSTER_CHANGE = "roster-change";
    static final String FUND_CHANGE = "fund-change";
    static final String CHANGE_REVIEW = "change-review";
    static final List<String> CASE_PROCESSES = List.of(
            SUPPORT_CASE, "manager-matching", JOB_PLAN_APPROVAL, "weekly-check-in", "case-closure", CASE_CHANGE);

    private static final String ANY = "*";

    private final List<Grant> all = new ArrayList<>();

    private Grants() {
        for (Role role : USES_TASKLIST) {
            grant(role, APPLICATION, "tasklist", Permissions.ACCESS);
        }
        for (String process : CASE_PROCESSES) {
            work(Role.COORDINATOR, process);
            work(Role.SERVICE_MANAGER, process);
            grant(Role.SERVICE_MANAGER, PROCESS_DEFINITION, process, ProcessDefinitionPermissions.TASK_ASSIGN);
        }
        work(Role.BUDGET_HOLDER, JOB_PLAN_APPROVAL);
        start(SUPPORT_CASE, Role.COORDINATOR, Role.SERVICE_MANAGER, Role.LIAISON);
        start(CASE_CHANGE, Role.COORDINATOR, Role.SERVICE_MANAGER, Role.ROVING_PM);
        start(ROSTER_CHANGE, Role.COORDINATOR, Role.SERVICE_MANAGER);
        start(FUND_CHANGE, Role.SERVICE_MANAGER, Role.BUDGET_HOLDER);
        processManager();
        for (Resource resource : Resources.values()) {
            grant(Role.ADMINISTRATOR, resource, ANY, Permissions.ALL);
        }
    }

    static List<Grant> all() {
        return List.copyOf(new Grants().all);
    }

    private void work(Role role, String process) {
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

    private void start(String process, Role... roles) {
        for (Role role : roles) {
            grant(
                    role,
                    PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
            grant(role, PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }
    }

    /** Sees and mends every case's process, deploys and reviews what was deployed; deletes neither a deployment nor a case, for both take history along. */
    private void processManager() {
        grant(Role.PROCESS_MANAGER, APPLICATION, "cockpit", Permissions.ACCESS);
        grant(Role.PROCESS_MANAGER, APPLICATION, "tasklist", Permissions.ACCESS);
        work(Role.PROCESS_MANAGER, CHANGE_REVIEW);
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
        grant(Role.PROCESS_MANAGER, Resources.BATCH, ANY, Permissions.READ, Permissions.CREATE, Permissions.UPDATE);
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        all.add(new Grant(role.group(), resource, id, Arrays.asList(permissions)));
    }

    /** One permission or more of a group on a resource. */
    record Grant(String group, Resource resource, String resourceId, List<Permission> permissions) {}
}
