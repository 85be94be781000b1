package org.rovingpm.stuck;

import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.PROCESS_MANAGER;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import java.util.Set;
import org.rovingpm.access.Audience;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.Role;
import org.rovingpm.supportcase.Office;
import org.springframework.stereotype.Component;

/**
 * Who sees what is stuck, and what they may do about it. Process managers mend processes: they see case numbers, steps and
 * causes, and neither practices nor PMs.
 */
@Component
class StuckAccess implements ModuleAccess {

    /** Who remind people and see whose case it is. */
    static final Set<Role> SEE_PRACTICES = Office.ROLES;

    /** Who try failed steps again, and see what fails outside of any case, or in many at once. */
    static final Set<Role> MEND = Set.of(PROCESS_MANAGER, SERVICE_MANAGER);

    /** Who give tasks to other people. */
    static final Set<Role> REASSIGN = Set.of(SERVICE_MANAGER);

    /** Who go on to the process in Cockpit. */
    static final Set<Role> USE_COCKPIT = Set.of(PROCESS_MANAGER);

    private static final Audience ALL_OF_THEM = Audience.roles(COORDINATOR, SERVICE_MANAGER, PROCESS_MANAGER);

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under("/stuck").usedBy(ALL_OF_THEM).inMenu(30, "Stuck cases"),
                Page.under("/api/stuck").through(Door.SIGN_IN_OR_PASSWORD).usedBy(ALL_OF_THEM));
    }
}
