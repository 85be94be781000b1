package org.rovingpm.access.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.Role;
import org.rovingpm.access.process.Grants.Right;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the groups of the roles, and makes their rights equal to what the code declares and what managers' models need: missing
 * rights are given; others are taken back, and so are rights that hold for everybody. Three kinds are left alone: rights of
 * individual people, such as those of PMs to their tasks; rights of groups that are not roles; and rights to task lists that
 * an administrator made.
 */
@Component
class GrantRights {

    private static final Logger LOG = LoggerFactory.getLogger(GrantRights.class);
    private static final String ROLE = "ROLE";

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final DeclaredAccess declared;
    private final ModelGrants models;
    private final TaskFilters taskFilters;
    private final JdbcClient jdbc;

    GrantRights(
            IdentityService identities,
            AuthorizationService authorizations,
            DeclaredAccess declared,
            ModelGrants models,
            TaskFilters taskFilters,
            JdbcClient jdbc) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.declared = declared;
        this.models = models;
        this.taskFilters = taskFilters;
        this.jdbc = jdbc;
    }

    /** At each start. */
    @Transactional
    void toEveryRole() {
        oneAfterAnother();
        for (Role role : Role.values()) {
            makeGroup(role);
        }
        Grants grants = Grants.declaredBy(declared);
        models.addTo(grants);
        Set<String> ourLists = taskFilters.make(grants);
        Map<Right, Set<Permission>> needed = new HashMap<>(grants.all());
        for (AuthorizationEntity found : found()) {
            if (isLeftAlone(found, ourLists)) {
                continue;
            }
            Set<Permission> permissions =
                    found.getAuthorizationType() == AUTH_TYPE_GRANT ? needed.remove(rightOf(found)) : null;
            if (permissions == null) {
                LOG.info("Taking back a right that neither the code nor a model in force asks for: {}", found);
                authorizations.deleteAuthorization(found.getId());
            } else if (found.getPermissions() != bits(permissions)) {
                found.setPermissions(permissions.toArray(Permission[]::new));
                authorizations.saveAuthorization(found);
            }
        }
        needed.forEach(this::save);
    }

    /**
     * Gives what a newly deployed model needs, and takes back from its processes what neither it, nor the code, nor an earlier
     * version with running cases asks for any more.
     */
    void forModel(BpmnModelInstance model) {
        oneAfterAnother();
        Grants grants = new Grants();
        models.add(model, grants);
        taskFilters.make(grants);
        Map<Right, AuthorizationEntity> found = new HashMap<>();
        found().stream()
                .filter(right -> right.getAuthorizationType() == AUTH_TYPE_GRANT)
                .forEach(right -> found.put(rightOf(right), right));
        grants.all().forEach((right, permissions) -> {
            AuthorizationEntity existing = found.get(right);
            if (existing == null) {
                save(right, permissions);
            } else if ((bits(permissions) & ~existing.getPermissions()) != 0) {
                permissions.forEach(existing::addPermission);
                authorizations.saveAuthorization(existing);
            }
        });
        Set<String> processes = ModelGrants.processesOf(model);
        Grants needed = Grants.declaredBy(declared);
        models.add(model, needed);
        models.addEarlier(processes, needed);
        found.forEach((right, existing) -> {
            if (right.resourceType() == Resources.PROCESS_DEFINITION.resourceType() && processes.contains(right.id())) {
                keepOnly(needed.all().getOrDefault(right, Set.of()), existing);
            }
        });
    }

    private void keepOnly(Set<Permission> permissions, AuthorizationEntity right) {
        if (permissions.isEmpty()) {
            authorizations.deleteAuthorization(right.getId());
        } else if ((right.getPermissions() & ~bits(permissions)) != 0) {
            right.setPermissions(permissions.toArray(Permission[]::new));
            authorizations.saveAuthorization(right);
        }
    }

    /** Holds a lock until the end of the transaction: several instances may start, and models be deployed, at the same time. */
    private void oneAfterAnother() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('rovingpm rights'))")
                .query()
                .listOfRows();
    }

    private void save(Right right, Set<Permission> permissions) {
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(right.role().group());
        authorization.setResourceType(right.resourceType());
        authorization.setResourceId(right.id());
        authorization.setPermissions(permissions.toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    /** The rights of roles and of everybody, of whatever kind. */
    private List<AuthorizationEntity> found() {
        return Stream.of(
                        authorizations
                                .createAuthorizationQuery()
                                .groupIdIn(Arrays.stream(Role.values())
                                        .map(Role::group)
                                        .toArray(String[]::new)),
                        authorizations.createAuthorizationQuery().authorizationType(AUTH_TYPE_GLOBAL))
                .flatMap(rights -> rights.unlimitedList().stream())
                .map(AuthorizationEntity.class::cast)
                .toList();
    }

    private static boolean isLeftAlone(AuthorizationEntity right, Set<String> ourLists) {
        return right.getResourceType() == Resources.FILTER.resourceType()
                && !Authorization.ANY.equals(right.getResourceId())
                && !ourLists.contains(right.getResourceId());
    }

    private static Right rightOf(AuthorizationEntity found) {
        return new Right(
                Role.ofGroup(found.getGroupId()).orElseThrow(), found.getResourceType(), found.getResourceId());
    }

    private static int bits(Set<Permission> permissions) {
        return permissions.stream().mapToInt(Permission::getValue).reduce(0, (all, one) -> all | one);
    }

    private void makeGroup(Role role) {
        if (identities.createGroupQuery().groupId(role.group()).count() == 0) {
            Group group = identities.newGroup(role.group());
            group.setName(role.displayName());
            group.setType(ROLE);
            identities.saveGroup(group);
        }
    }
}
