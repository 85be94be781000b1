package org.rovingpm.jobplan;

import static org.rovingpm.access.Role.BUDGET_HOLDER;
import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Who prepares and approves job plans. */
@Component
class JobPlanAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(JobPlanApprovalProcess.KEY)
                .workedOnBy(COORDINATOR, SERVICE_MANAGER, BUDGET_HOLDER)
                .assignedBy(SERVICE_MANAGER));
    }
}
