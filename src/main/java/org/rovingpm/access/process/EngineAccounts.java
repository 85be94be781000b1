package org.rovingpm.access.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's users and groups, with their names and groups. */
@Component
class EngineAccounts {

    private final IdentityService identities;

    EngineAccounts(IdentityService identities) {
        this.identities = identities;
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
