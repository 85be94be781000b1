package org.rovingpm.hiddencase;

import static org.rovingpm.access.Role.BUDGET_HOLDER;
import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.LIAISON;
import static org.rovingpm.access.Role.PROCESS_MANAGER;
import static org.rovingpm.access.Role.ROVING_PM;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.Audience;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/**
 * Whoever meets cases in their work declares their own interests; a service manager sees those of all, and keeps people out of cases. The office
 * makes cases confidential.
 */
@Component
class HiddenCaseAccess implements ModuleAccess {

    private static final Audience MEETS_CASES =
            Audience.roles(COORDINATOR, SERVICE_MANAGER, LIAISON, ROVING_PM, BUDGET_HOLDER, PROCESS_MANAGER);

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under("/interests").usedBy(MEETS_CASES).inMenu(70, "My interests"),
                Page.under("/interests/all").usedBy(SERVICE_MANAGER).inMenu(71, "All interests"),
                Page.under("/kept-out").usedBy(SERVICE_MANAGER),
                Page.under("/confidential").usedBy(COORDINATOR, SERVICE_MANAGER));
    }
}
