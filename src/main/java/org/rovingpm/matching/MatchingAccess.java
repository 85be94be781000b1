package org.rovingpm.matching;

import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.rovingpm.supportcase.Office;
import org.springframework.stereotype.Component;

/** Who finds a PM for a case. */
@Component
class MatchingAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(ManagerMatchingProcess.KEY)
                .workedOnBy(Office.ROLES)
                .assignedBy(SERVICE_MANAGER));
    }
}
