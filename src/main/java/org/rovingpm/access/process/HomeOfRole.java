package org.rovingpm.access.process;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.access.CurrentUser;
import org.rovingpm.access.Home;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

@Component
class HomeOfRole implements Home {

    /** Tasklist with what is due first at the top; by itself it shows the newest first. */
    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?sorting="
            + "%5B%7B%22sortBy%22:%22dueDate%22,%22sortOrder%22:%22asc%22%7D%5D";

    private final EngineAccounts accounts;

    HomeOfRole(EngineAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<String> of(CurrentUser person) {
        Set<Role> roles = roles(accounts.groupsOf(person.id()));
        if (roles.stream().anyMatch(Grants.USES_TASKLIST::contains)) {
            return Optional.of(TASKLIST);
        }
        if (roles.contains(Role.PROCESS_MANAGER)) {
            return Optional.of("/camunda/app/cockpit/default/");
        }
        return roles.contains(Role.ADMINISTRATOR) ? Optional.of("/camunda/app/admin/default/") : Optional.empty();
    }

    private static Set<Role> roles(List<String> groups) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        groups.forEach(group -> Role.ofGroup(group).ifPresent(roles::add));
        return roles;
    }
}
