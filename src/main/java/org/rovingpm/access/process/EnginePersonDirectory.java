package org.rovingpm.access.process;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.rovingpm.access.PersonDirectory;
import org.springframework.stereotype.Component;

/** The engine's users, by their names. */
@Component
class EnginePersonDirectory implements PersonDirectory {

    private final IdentityService identities;

    EnginePersonDirectory(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        return identities
                .createUserQuery()
                .userIdIn(users.stream().distinct().toArray(String[]::new))
                .unlimitedList()
                .stream()
                .collect(Collectors.toMap(User::getId, EngineAccounts::name));
    }
}
