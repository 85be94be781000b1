package org.rovingpm.access.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.rovingpm.access.PersonDirectory;
import org.springframework.stereotype.Component;

/** The engine's users, by their names, and those who do things without an account. */
@Component
class EnginePersonDirectory implements PersonDirectory {

    private static final Map<String, String> WITHOUT_ACCOUNT =
            Map.of("system", "Roving PM", "practice", "The practice");

    private final IdentityService identities;

    EnginePersonDirectory(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>(WITHOUT_ACCOUNT);
        names.keySet().retainAll(users);
        identities
                .createUserQuery()
                .userIdIn(users.stream().distinct().toArray(String[]::new))
                .unlimitedList()
                .forEach(user -> names.put(user.getId(), EngineAccounts.name(user)));
        return names;
    }
}
