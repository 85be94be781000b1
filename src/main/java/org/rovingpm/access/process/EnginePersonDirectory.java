package org.rovingpm.access.process;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.rovingpm.access.Names;
import org.rovingpm.access.PersonDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's users, by their names, and those who do things without an account. */
@Component
class EnginePersonDirectory implements PersonDirectory {

    private static final Map<String, String> WITHOUT_ACCOUNT =
            Map.of("system", "Roving PM", "practice", "The practice");

    private final IdentityService identities;
    private final JdbcClient jdbc;

    EnginePersonDirectory(IdentityService identities, JdbcClient jdbc) {
        this.identities = identities;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>(WITHOUT_ACCOUNT);
        names.keySet().retainAll(users);
        AsApplication.ask(identities, () -> identities
                        .createUserQuery()
                        .userIdIn(users.stream().distinct().toArray(String[]::new))
                        .unlimitedList())
                .forEach(user -> names.put(user.getId(), EngineAccounts.name(user)));
        return names;
    }

    @Override
    public Names namesThen(Collection<String> users) {
        Map<String, List<Names.Since>> before = new HashMap<>();
        jdbc.sql("select person, since, name from published_account_name where person = any (:users) order by since")
                .param("users", users.toArray(String[]::new))
                .query(row -> {
                    before.computeIfAbsent(row.getString("person"), person -> new ArrayList<>())
                            .add(new Names.Since(
                                    row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("name")));
                });
        return new Names(namesOf(users), before);
    }
}
