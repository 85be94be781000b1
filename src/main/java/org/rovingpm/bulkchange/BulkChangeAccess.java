package org.rovingpm.bulkchange;

import java.util.List;
import java.util.Set;
import org.rovingpm.access.Audience;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.ProcessAccess;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

/** Who may change many tasks and cases at once. {@link org.rovingpm.stuck.Viewer} decides which kinds each of them may start. */
@Component
class BulkChangeAccess implements ModuleAccess {

    static final Set<Role> ROLES = Set.of(Role.SERVICE_MANAGER, Role.PROCESS_MANAGER);

    @Override
    public List<Page> pages() {
        return List.of(Page.under("/bulk").usedBy(Audience.roles(ROLES)).inMenu(40, "Bulk changes"));
    }

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(BulkChangeProcess.KEY));
    }
}
