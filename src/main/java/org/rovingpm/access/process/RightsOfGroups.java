package org.rovingpm.access.process;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.rovingpm.access.Role;
import org.rovingpm.access.WebApplication;

/**
 * The rights that an administrator may give and take: those by which a group that is no role does the tasks a manager's model
 * offers it. The rights of roles follow from the code and the models, and those of a PM from their tasks.
 */
final class RightsOfGroups {

    private static final Set<Integer> KINDS = Stream.of(APPLICATION, FILTER, PROCESS_DEFINITION, PROCESS_INSTANCE)
            .map(Resource::resourceType)
            .collect(Collectors.toUnmodifiableSet());

    private RightsOfGroups() {}

    static void refuseOthers(AuthorizationEntity right) {
        if (right.getAuthorizationType() != Authorization.AUTH_TYPE_GRANT
                || right.getGroupId() == null
                || Role.ofGroup(right.getGroupId()).isPresent()
                || !KINDS.contains(right.getResourceType())
                || right.getResourceType() == APPLICATION.resourceType()
                        && !WebApplication.TASKLIST.id().equals(right.getResourceId())) {
            throw new AuthorizationException(
                    "Only groups that are not roles are given rights here, and these only to Tasklist, its lists, and processes.");
        }
    }
}
