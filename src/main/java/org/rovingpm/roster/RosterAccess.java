package org.rovingpm.roster;

import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Who may change the roster. */
@Component
class RosterAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(RosterChangeProcess.KEY).startedBy(COORDINATOR, SERVICE_MANAGER));
    }
}
