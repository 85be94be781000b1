package org.rovingpm.access.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's users and groups, as signing in needs them. */
@Component
class EngineAccounts {

    private final IdentityService identities;

    EngineAccounts(IdentityService identities) {
        this.identities = identities;
    }

    /** The user's id if the password is right and the account is not waiting after wrong attempts. */
    Optional<String> signIn(String user, String password) {
        identities.clearAuthentication();
        return identities.checkPassword(user, password) ? Optional.of(user) : Optional.empty();
    }

    boolean exists(String user) {
        return identities.createUserQuery().userId(user).count() == 1;
    }

    Optional<String> nameOf(String user) {
        return Optional.ofNullable(identities.createUserQuery().userId(user).singleResult())
                .map(EngineAccounts::name);
    }

    List<String> groupsOf(String user) {
        return identities.createGroupQuery().groupMember(user).unlimitedList().stream()
                .map(Group::getId)
                .toList();
    }

    static String name(User user) {
        return (user.getFirstName() + " " + user.getLastName()).strip();
    }
}
