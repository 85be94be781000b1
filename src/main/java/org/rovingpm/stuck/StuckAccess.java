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
 * Who sees stuck cases, and what they may do about them. Process managers repair processes: they see case numbers,
 * steps and causes, but neither practices nor PMs.
 */
@Component
class StuckAccess implements ModuleAccess {

    /** These see practices and people, and may remind people. */
    static final Set<Role> SEE_PRACTICES = Office.ROLES;

    /** These may retry failed steps, and see failures outside cases or in many at once. */
    static final Set<Role> MEND = Set.of(PROCESS_MANAGER, SERVICE_MANAGER);

    /** These may give a task to another person. */
    static final Set<Role> REASSIGN = Set.of(SERVICE_MANAGER);

    /** These get links to Cockpit. */
    static final Set<Role> USE_COCKPIT = Set.of(PROCESS_MANAGER);

    private static final Audience VIEWERS = Audience.roles(COORDINATOR, SERVICE_MANAGER, PROCESS_MANAGER);

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under("/stuck").usedBy(VIEWERS).inMenu(30, "Stuck cases"),
                Page.under("/api/stuck").through(Door.SIGN_IN_OR_PASSWORD).usedBy(VIEWERS));
    }
}
