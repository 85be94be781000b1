package org.rovingpm.home.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.access.Ability;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.funding.FundingAccess;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Somebody at their first page, and which parts of it are theirs.
 *
 * @param person user id
 * @param groups of their account
 */
record HomeReader(String person, Set<String> groups) {

    static HomeReader of(Authentication person) {
        return new HomeReader(
                person.getName(),
                person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    CaseReader cases() {
        return CaseReader.of(person, groups);
    }

    /** Whether there are tasks for them at all. */
    public boolean hasTasks() {
        return Role.abilitiesOf(groups).contains(Ability.TASKLIST);
    }

    /** Whether they are of a team whose tasks its members take; PMs have theirs alone. */
    public boolean ofTeam() {
        return hasTasks() && !Role.ofGroups(groups).equals(Set.of(Role.ROVING_PM));
    }

    public boolean seesFunds() {
        return is(FundingAccess.SEE_FUNDS);
    }

    public boolean seesFigures() {
        return is(Set.of(Role.COMMISSIONER));
    }

    public boolean refers() {
        return is(Set.of(Role.LIAISON));
    }

    public boolean mends() {
        return is(Set.of(Role.PROCESS_MANAGER));
    }

    public boolean administers() {
        return is(Set.of(Role.ADMINISTRATOR));
    }

    private boolean is(Set<Role> some) {
        return Role.ofGroups(groups).stream().anyMatch(some::contains);
    }
}
