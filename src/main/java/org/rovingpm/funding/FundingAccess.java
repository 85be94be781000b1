package org.rovingpm.funding;

import static org.rovingpm.access.Role.BUDGET_HOLDER;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Who may change a fund. */
@Component
class FundingAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(FundChangeProcess.KEY).startedBy(SERVICE_MANAGER, BUDGET_HOLDER));
    }
}
