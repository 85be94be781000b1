package org.rovingpm.caselist;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.access.Role;
import org.rovingpm.supportcase.Office;

/**
 * Somebody who reads the list of cases. The office sees all cases, a PM those they support now; nobody one that is hidden from them.
 *
 * @param person user id
 * @param roles  those of their roles that have the list
 */
public record CaseReader(String person, Set<Role> roles) {

    public CaseReader {
        roles = Set.copyOf(roles);
    }

    public static CaseReader of(String person, Collection<String> groups) {
        return new CaseReader(
                person,
                Role.ofGroups(groups).stream()
                        .filter(CaseListAccess.READERS::contains)
                        .collect(Collectors.toSet()));
    }

    /** Whether they see the cases of all PMs. */
    public boolean office() {
        return roles.stream().anyMatch(Office.ROLES::contains);
    }

    /** What the list is called for them; empty for whoever has none. */
    public Optional<String> listName() {
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(office() ? "Cases" : "My practices");
    }
}
