package org.rovingpm.supportcase;

import static org.rovingpm.access.Audience.everyone;
import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.LIAISON;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Who may request help, and who takes a case from its request to its closure. */
@Component
class SupportCaseAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under("/request-help").through(Door.NO_ACCOUNT).usedBy(everyone()),
                Page.under("/refer").usedBy(LIAISON, COORDINATOR).inMenu(20, "Refer a practice"));
    }

    @Override
    public List<ProcessAccess> processes() {
        return List.of(
                ProcessAccess.to(SupportCaseProcess.KEY)
                        .startedBy(COORDINATOR, SERVICE_MANAGER, LIAISON)
                        .workedOnBy(Office.ROLES)
                        .assignedBy(SERVICE_MANAGER),
                ProcessAccess.to(CaseClosureProcess.KEY)
                        .workedOnBy(Office.ROLES)
                        .assignedBy(SERVICE_MANAGER));
    }
}
