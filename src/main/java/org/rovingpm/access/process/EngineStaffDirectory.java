package org.rovingpm.access.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.springframework.stereotype.Component;

/** The engine's users as people whom messages reach. */
@Component
class EngineStaffDirectory implements StaffDirectory {

    private final IdentityService identities;

    EngineStaffDirectory(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public List<Person> of(Role role) {
        return identities.createUserQuery().memberOfGroup(role.group()).orderByUserId().asc().unlimitedList().stream()
                .map(EngineStaffDirectory::person)
                .toList();
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.ofNullable(identities.createUserQuery().userId(id).singleResult())
                .map(EngineStaffDirectory::person);
    }

    private static Person person(User user) {
        return new Person(user.getId(), EngineAccounts.name(user), user.getEmail());
    }
}
