package org.rovingpm.access.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.modelchange.ChangedModels;
import org.rovingpm.supportcase.CaseClosureProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** What a start of the application does to the rights in the engine's database. */
@ApplicationTest
class GrantRightsTest {

    private static final String OWN = "managers-own";

    @Autowired
    private GrantRights grantRights;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private IdentityService identities;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private FilterService filters;

    @Autowired
    private TestPeople people;

    private final List<Deployment> deployments = new ArrayList<>();

    @AfterEach
    void remove() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        grantRights.toEveryRole();
    }

    private Authorization give(
            int type, String user, String group, Resource resource, String id, Permission permission) {
        Authorization right = authorizations.createNewAuthorization(type);
        right.setUserId(user);
        right.setGroupId(group);
        right.setResource(resource);
        right.setResourceId(id);
        right.addPermission(permission);
        return authorizations.saveAuthorization(right);
    }

    private boolean isThere(Authorization right) {
        return authorizations
                        .createAuthorizationQuery()
                        .authorizationId(right.getId())
                        .count()
                > 0;
    }

    private AuthorizationEntity right(Role role, String process) {
        return (AuthorizationEntity) authorizations
                .createAuthorizationQuery()
                .groupIdIn(role.group())
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(process)
                .singleResult();
    }

    private boolean mayDoTasksOf(Role role, String process) {
        AuthorizationEntity right = right(role, process);
        return right != null && right.isPermissionGranted(ProcessDefinitionPermissions.TASK_WORK);
    }

    private void deploy(String process, String groups) {
        deployments.add(repository
                .createDeployment()
                .name("test " + process)
                .addModelInstance(
                        process + ".bpmn",
                        Bpmn.createExecutableProcess(process)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("userTask_own")
                                .camundaCandidateGroups(groups)
                                .endEvent()
                                .done())
                .deployWithResult());
    }

    /** With another group for the report, as a manager changes it. */
    private void deployClosure(String group) {
        deployments.add(repository
                .createDeployment()
                .addString(
                        CaseClosureProcess.KEY + ".bpmn",
                        ChangedModels.changed(
                                CaseClosureProcess.KEY + ".bpmn",
                                "camunda:formRef=\"write-closing-report\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"service-manager\"",
                                "camunda:formRef=\"write-closing-report\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"%s\""
                                        .formatted(group)))
                .deployWithResult());
    }

    private Map<String, Integer> rightsOfRoles() {
        Map<String, Integer> rights = new TreeMap<>();
        for (Role role : Role.values()) {
            authorizations
                    .createAuthorizationQuery()
                    .groupIdIn(role.group())
                    .list()
                    .forEach(right -> rights.put(
                            role + " " + right.getResourceType() + " " + right.getResourceId(),
                            ((AuthorizationEntity) right).getPermissions()));
        }
        return rights;
    }

    @Test
    void anotherStartChangesNothing() {
        Map<String, Integer> before = rightsOfRoles();
        assertThat(before).hasSizeGreaterThan(60);
        grantRights.toEveryRole();
        assertThat(rightsOfRoles()).isEqualTo(before);
    }

    @Test
    void whatNothingAsksForIsTakenBack() {
        Authorization stale = give(
                Authorization.AUTH_TYPE_GRANT,
                null,
                Role.COMMISSIONER.group(),
                Resources.PROCESS_DEFINITION,
                SupportCaseProcess.KEY,
                ProcessDefinitionPermissions.READ_INSTANCE);
        Authorization ofEverybody = give(
                Authorization.AUTH_TYPE_GLOBAL,
                Authorization.ANY,
                null,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                Permissions.READ);
        AuthorizationEntity wider = right(Role.BUDGET_HOLDER, JobPlanApprovalProcess.KEY);
        wider.addPermission(ProcessDefinitionPermissions.DELETE_INSTANCE);
        authorizations.saveAuthorization(wider);
        grantRights.toEveryRole();
        assertThat(isThere(stale)).isFalse();
        assertThat(isThere(ofEverybody)).isFalse();
        assertThat(right(Role.BUDGET_HOLDER, JobPlanApprovalProcess.KEY)
                        .isPermissionGranted(ProcessDefinitionPermissions.DELETE_INSTANCE))
                .isFalse();
        assertThat(mayDoTasksOf(Role.BUDGET_HOLDER, JobPlanApprovalProcess.KEY)).isTrue();
    }

    @Test
    void whatIsDeclaredAndMissingIsGiven() {
        authorizations.deleteAuthorization(
                right(Role.COORDINATOR, SupportCaseProcess.KEY).getId());
        AuthorizationEntity narrower = right(Role.SERVICE_MANAGER, SupportCaseProcess.KEY);
        narrower.removePermission(ProcessDefinitionPermissions.TASK_WORK);
        authorizations.saveAuthorization(narrower);
        grantRights.toEveryRole();
        assertThat(mayDoTasksOf(Role.COORDINATOR, SupportCaseProcess.KEY)).isTrue();
        assertThat(mayDoTasksOf(Role.SERVICE_MANAGER, SupportCaseProcess.KEY)).isTrue();
    }

    @Test
    void whoeverAManagersModelOffersATaskToMayDoItAtOnceAndAfterAStart() {
        String manager = people.with(Role.PROCESS_MANAGER);
        identities.setAuthentication(manager, List.of(Role.PROCESS_MANAGER.group()));
        try {
            deploy(OWN, "budget-holder, liaison");
        } finally {
            identities.clearAuthentication();
        }
        assertThat(mayDoTasksOf(Role.BUDGET_HOLDER, OWN)).as("at once").isTrue();
        grantRights.toEveryRole();
        assertThat(mayDoTasksOf(Role.BUDGET_HOLDER, OWN)).isTrue();
        assertThat(mayDoTasksOf(Role.LIAISON, OWN)).isTrue();
        assertThat(mayDoTasksOf(Role.COORDINATOR, OWN)).isFalse();
        String team = filters.createTaskFilterQuery()
                .filterName("My team")
                .singleResult()
                .getId();
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(Role.LIAISON.group())
                        .resourceType(Resources.FILTER)
                        .resourceId(team)
                        .count())
                .as("finds the tasks of the team")
                .isEqualTo(1);
    }

    @Test
    void aManagersVersionOfAPackagedProcessMayOfferATaskToAnotherRole() {
        deployClosure("budget-holder");
        grantRights.toEveryRole();
        assertThat(mayDoTasksOf(Role.BUDGET_HOLDER, CaseClosureProcess.KEY)).isTrue();
        assertThat(mayDoTasksOf(Role.COORDINATOR, CaseClosureProcess.KEY))
                .as("declared")
                .isTrue();
        repository.deleteDeployment(deployments.remove(0).getId(), true);
        grantRights.toEveryRole();
        assertThat(mayDoTasksOf(Role.BUDGET_HOLDER, CaseClosureProcess.KEY))
                .as("no model in force asks for it")
                .isFalse();
    }

    @Test
    void whatAChangedModelNoLongerOffersIsTakenBackAtOnce() {
        deploy(OWN, "coordinator,liaison");
        deploy(OWN, "liaison");
        assertThat(mayDoTasksOf(Role.COORDINATOR, OWN)).isFalse();
        assertThat(mayDoTasksOf(Role.LIAISON, OWN)).isTrue();
        String onIt = runtime.startProcessInstanceByKey(OWN).getId();
        deploy(OWN, "coordinator");
        assertThat(mayDoTasksOf(Role.LIAISON, OWN)).as("has a running case").isTrue();
        deployClosure("budget-holder");
        assertThat(mayDoTasksOf(Role.SERVICE_MANAGER, CaseClosureProcess.KEY))
                .as("declared")
                .isTrue();
        runtime.deleteProcessInstance(onIt, "done");
    }

    @Test
    void aModelGivesNothingToThoseWhoMustNotSeeCasesNorToWhoeverDeploys() {
        deploy(OWN, "commissioner,process-manager,roving-pm,camunda-admin");
        grantRights.toEveryRole();
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .resourceId(OWN)
                        .count())
                .isZero();
    }

    @Test
    void whoeverAnEarlierVersionOffersTasksToKeepsTheRightWhileACaseIsOnIt() {
        deploy(OWN, "coordinator");
        String onIt = runtime.startProcessInstanceByKey(OWN).getId();
        deploy(OWN, "service-manager");
        grantRights.toEveryRole();
        assertThat(mayDoTasksOf(Role.COORDINATOR, OWN)).isTrue();
        assertThat(mayDoTasksOf(Role.SERVICE_MANAGER, OWN)).isTrue();
        runtime.deleteProcessInstance(onIt, "done");
        grantRights.toEveryRole();
        assertThat(mayDoTasksOf(Role.COORDINATOR, OWN)).isFalse();
        assertThat(mayDoTasksOf(Role.SERVICE_MANAGER, OWN)).isTrue();
    }

    @Test
    void whatAnAdministratorOrAProcessHasGivenStays() {
        identities.saveGroup(identities.newGroup("helpers"));
        Filter list = filters.saveFilter(filters.newTaskFilter("By an administrator"));
        String pm = people.with(Role.ROVING_PM);
        Set<Authorization> given = Set.of(
                give(
                        Authorization.AUTH_TYPE_GRANT,
                        null,
                        "helpers",
                        Resources.PROCESS_DEFINITION,
                        SupportCaseProcess.KEY,
                        ProcessDefinitionPermissions.READ_TASK),
                give(
                        Authorization.AUTH_TYPE_GRANT,
                        null,
                        Role.COORDINATOR.group(),
                        Resources.FILTER,
                        list.getId(),
                        Permissions.READ),
                give(Authorization.AUTH_TYPE_GRANT, pm, null, Resources.TASK, "a-task-of-theirs", Permissions.READ));
        grantRights.toEveryRole();
        assertThat(given).allMatch(this::isThere);
        given.forEach(right -> authorizations.deleteAuthorization(right.getId()));
        filters.deleteFilter(list.getId());
        identities.deleteGroup("helpers");
    }
}
