package org.rovingpm.access.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.access.CurrentUser;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.Home;
import org.rovingpm.access.MenuItem;
import org.rovingpm.access.Role;
import org.rovingpm.access.Visitor;
import org.rovingpm.access.WebApplication;
import org.springframework.stereotype.Component;

/** The web application in which somebody works; failing that, the first page of their menu that not everybody has. */
@Component
class DeclaredHome implements Home {

    private final EngineAccounts accounts;
    private final DeclaredAccess declared;

    DeclaredHome(EngineAccounts accounts, DeclaredAccess declared) {
        this.accounts = accounts;
        this.declared = declared;
    }

    @Override
    public Optional<String> of(CurrentUser person) {
        Set<String> groups = Set.copyOf(accounts.groupsOf(person.id()));
        Set<Role> roles = Role.ofGroups(groups);
        return Arrays.stream(WebApplication.values())
                .filter(application -> roles.stream().anyMatch(application.atHome()::contains))
                .map(WebApplication::address)
                .findFirst()
                .or(() -> firstPage(groups));
    }

    private Optional<String> firstPage(Set<String> groups) {
        Set<MenuItem> open = Set.copyOf(declared.menuOf(Visitor.with(Set.of())));
        return declared.menuOf(Visitor.with(groups)).stream()
                .filter(item -> !open.contains(item))
                .map(MenuItem::path)
                .findFirst();
    }
}
