package org.rovingpm.casechange;

import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.ROVING_PM;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.rovingpm.supportcase.Office;
import org.springframework.stereotype.Component;

/** Who may change a case between its steps. */
@Component
class CaseChangeAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(CaseChangeProcess.KEY)
                .startedBy(COORDINATOR, SERVICE_MANAGER, ROVING_PM)
                .workedOnBy(Office.ROLES)
                .assignedBy(SERVICE_MANAGER));
    }
}
