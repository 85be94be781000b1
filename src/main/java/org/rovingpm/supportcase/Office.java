package org.rovingpm.supportcase;

import java.util.Collection;
import java.util.Set;
import org.rovingpm.access.Role;

/** The scheme's office: the roles that see every case and do its work. */
public final class Office {

    public static final Set<Role> ROLES = Set.of(Role.COORDINATOR, Role.SERVICE_MANAGER);

    private Office() {}

    /** Whether these are the groups of somebody of the office. */
    public static boolean includes(Collection<String> groups) {
        return Role.ofGroups(groups).stream().anyMatch(ROLES::contains);
    }
}
