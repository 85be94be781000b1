package org.rovingpm.access.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's users as people whom messages reach: PMs at the address that the roster has of them. */
@Component
class EngineStaffDirectory implements StaffDirectory {

    private final IdentityService identities;
    private final JdbcClient jdbc;

    EngineStaffDirectory(IdentityService identities, JdbcClient jdbc) {
        this.identities = identities;
        this.jdbc = jdbc;
    }

    @Override
    public List<Person> of(Role role) {
        return people(AsApplication.ask(identities, () -> identities
                .createUserQuery()
                .memberOfGroup(role.group())
                .orderByUserId()
                .asc()
                .unlimitedList()));
    }

    @Override
    public Optional<Person> find(String id) {
        return people(AsApplication.ask(
                        identities,
                        () -> identities.createUserQuery().userId(id).list()))
                .stream()
                .findFirst();
    }

    private List<Person> people(List<User> users) {
        Map<String, String> onRoster = new HashMap<>();
        jdbc.sql("select user_id, email from published_pm where user_id = any (:users) and email <> ''")
                .param("users", users.stream().map(User::getId).toArray(String[]::new))
                .query(row -> {
                    onRoster.put(row.getString("user_id"), row.getString("email"));
                });
        return users.stream()
                .map(user -> new Person(
                        user.getId(), EngineAccounts.name(user), onRoster.getOrDefault(user.getId(), user.getEmail())))
                .toList();
    }
}
