package org.rovingpm.access;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
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

    /** Another person with the id of one who has been deleted. */
    public void again(String id, Role... roles) {
        User user = identities.newUser(id);
        user.setFirstName("Tess");
        user.setLastName("Thistle");
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        for (Role role : roles) {
            identities.createMembership(id, role.group());
        }
    }

    public void give(String person, Role role) {
        identities.createMembership(person, role.group());
    }

    public void withdraw(String person, Role role) {
        identities.deleteMembership(person, role.group());
    }

    /** @return the id of a group that is no role, of which they are now a member */
    public String joinNewGroup(String person) {
        Group group = identities.newGroup("group-of-" + person);
        identities.saveGroup(group);
        identities.createMembership(person, group.getId());
        return group.getId();
    }

    public void deleteGroup(String group) {
        identities.deleteGroup(group);
    }

    public void setAddress(String person, String email) {
        User user = identities.createUserQuery().userId(person).singleResult();
        user.setEmail(email);
        identities.saveUser(user);
    }

    public void setPassword(String person, String password) {
        User user = identities.createUserQuery().userId(person).singleResult();
        user.setPassword(password);
        identities.saveUser(user);
    }

    /** As an administrator does in Admin. */
    public void setPasswordBy(String administrator, String person, String password) {
        identities.setAuthentication(administrator, List.of(Role.ADMINISTRATOR.group()));
        try {
            setPassword(person, password);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** @return why the engine refuses that somebody of this role gives the person another name; empty if it does not */
    public String rename(String person, String by, Role role, String firstName, String lastName) {
        User user = identities.createUserQuery().userId(person).singleResult();
        user.setFirstName(firstName);
        user.setLastName(lastName);
        identities.setAuthentication(by, List.of(role.group()));
        try {
            identities.saveUser(user);
            return "";
        } catch (AuthorizationException refusal) {
            return refusal.getMessage();
        } finally {
            identities.clearAuthentication();
        }
    }

    public void delete(String person) {
        identities.deleteUser(person);
    }
}
