package org.rovingpm.pmpage;

import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.ROVING_PM;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** The office sees all PMs, a PM their own page alone. */
@Component
class PmPageAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(
                Page.at("/people").readBy(COORDINATOR, SERVICE_MANAGER).inMenu(24, "PMs"),
                Page.at("/people/{pm}").readBy(COORDINATOR, SERVICE_MANAGER, ROVING_PM));
    }
}
