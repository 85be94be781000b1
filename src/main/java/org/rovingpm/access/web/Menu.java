package org.rovingpm.access.web;

import java.util.List;
import java.util.Set;
import org.rovingpm.access.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The pages that somebody of the staff may open, for the top of each of them. Whether they may is decided where they are opened. */
@ControllerAdvice
class Menu {

    private static final List<Entry> ALL = List.of(
            new Entry("/camunda", "Your work", Set.of(Role.values())),
            new Entry("/refer", "Refer a practice", Set.of(Role.LIAISON, Role.COORDINATOR)),
            new Entry("/stuck", "Stuck cases", Set.of(Role.COORDINATOR, Role.SERVICE_MANAGER, Role.PROCESS_MANAGER)),
            new Entry("/bulk", "Bulk changes", Set.of(Role.SERVICE_MANAGER, Role.PROCESS_MANAGER)),
            new Entry("/changes", "Changes of processes", Set.of(Role.PROCESS_MANAGER)),
            new Entry("/templates", "Templates", Set.of(Role.SERVICE_MANAGER, Role.PROCESS_MANAGER)));

    private record Entry(String path, String label, Set<Role> roles) {}

    /** A page of staff. */
    record Place(String path, String label) {}

    /** Empty for whoever is not signed in. */
    @ModelAttribute("places")
    List<Place> places(Authentication person) {
        if (person == null) {
            return List.of();
        }
        List<Role> roles = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .flatMap(group -> Role.ofGroup(group).stream())
                .toList();
        return ALL.stream()
                .filter(entry -> roles.stream().anyMatch(entry.roles()::contains))
                .map(entry -> new Place(entry.path(), entry.label()))
                .toList();
    }
}
