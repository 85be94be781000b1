package org.rovingpm.processhistory;

import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.PROCESS_MANAGER;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** Who may see what a process instance went through. How much of a case they see depends on the case. */
@Component
class ProcessHistoryAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(Page.under("/api/instances", "/api/definitions")
                .through(Door.SIGN_IN_OR_PASSWORD)
                .readBy(COORDINATOR, SERVICE_MANAGER, PROCESS_MANAGER));
    }
}
