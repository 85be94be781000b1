package org.rovingpm.access;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.stereotype.Component;

/** Makes a person with the roles that a test needs. */
@Component
public class TestPeople {

    public static final String PASSWORD = "Just-for-tests-1";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final IdentityService identities;

    private final AuthorizationService authorizations;

    TestPeople(IdentityService identities, AuthorizationService authorizations) {
        this.identities = identities;
        this.authorizations = authorizations;
    }

    /** How many rights the person has on anything but their own account. */
    public long rightsOf(String person) {
        return authorizations.createAuthorizationQuery().userIdIn(person).list().stream()
                .filter(right -> right.getResourceType() != Resources.USER.resourceType())
                .count();
    }

    /** Takes every right to a task or a process from them that they have for themselves. */
    public void withdrawRightsOf(String person) {
        authorizations.createAuthorizationQuery().userIdIn(person).list().stream()
                .filter(right -> right.getResourceType() != Resources.USER.resourceType())
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    /** The user id of a new person. */
    public String with(Role... roles) {
        return named("person" + NUMBER.incrementAndGet(), roles);
    }

    /** A new person with this user id. */
    public String named(String id, Role... roles) {
        User user = identities.newUser(id);
        user.setFirstName("Tamsin");
        user.setLastName("Teasel");
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        for (Role role : roles) {
            identities.createMembership(user.getId(), role.group());
        }
        return user.getId();
    }

    public boolean exists(String person) {
        return identities.createUserQuery().userId(person).count() > 0;
    }

    public void grantSomethingTo(String person) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(person);
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId(SupportCaseProcess.KEY);
        right.addPermission(Permissions.READ);
        authorizations.saveAuthorization(right);
    }

    public void delete(String person) {
        identities.deleteUser(person);
    }
}
