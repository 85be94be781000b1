package org.rovingpm.access;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Makes a person with the roles that a test needs. */
@Component
public class TestPeople {

    public static final String PASSWORD = "Just-for-tests-1";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final IdentityService identities;

    TestPeople(IdentityService identities) {
        this.identities = identities;
    }

    /** The user id of a new person. */
    public String with(Role... roles) {
        User user = identities.newUser("person" + NUMBER.incrementAndGet());
        user.setFirstName("Test");
        user.setLastName("Somebody");
        user.setPassword(PASSWORD);
        identities.saveUser(user);
        for (Role role : roles) {
            identities.createMembership(user.getId(), role.group());
        }
        return user.getId();
    }

    public void delete(String person) {
        identities.deleteUser(person);
    }
}
