package org.rovingpm.access.process;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.identity.Group;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the groups of the roles and gives them their rights. Adds what is missing and takes nothing away. */
@Component
class GrantRights {

    private static final String ROLE = "ROLE";

    private final IdentityService identities;
    private final AuthorizationService authorizations;

    GrantRights(IdentityService identities, AuthorizationService authorizations) {
        this.identities = identities;
        this.authorizations = authorizations;
    }

    @Transactional
    void toEveryRole() {
        for (Role role : Role.values()) {
            makeGroup(role);
        }
        Grants.all().forEach(grant -> grant(grant.group(), grant.resource(), grant.resourceId(), grant.permissions()));
    }

    @Transactional
    void grant(String group, Resource resource, String resourceId, List<Permission> permissions) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .list()
                .stream()
                .findFirst()
                .orElseGet(() -> fresh(group, resource, resourceId));
        if (!permissions.stream().allMatch(authorization::isPermissionGranted)) {
            permissions.forEach(authorization::addPermission);
            authorizations.saveAuthorization(authorization);
        }
    }

    private Authorization fresh(String group, Resource resource, String resourceId) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(resourceId);
        return authorization;
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
