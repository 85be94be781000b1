package org.rovingpm.access.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an account with one role; leaves an existing one and its password alone. */
@Component
class MakeAccount {

    private final IdentityService identities;

    MakeAccount(IdentityService identities) {
        this.identities = identities;
    }

    @Transactional
    void with(String id, String firstName, String lastName, String email, String password, Role role) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            User user = identities.newUser(id);
            user.setFirstName(firstName);
            user.setLastName(lastName);
            user.setEmail(email);
            user.setPassword(password);
            identities.saveUser(user);
        }
        if (identities.createGroupQuery().groupId(role.group()).groupMember(id).count() == 0) {
            identities.createMembership(id, role.group());
        }
    }
}
