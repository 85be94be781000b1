package org.rovingpm.jobplan;

import static org.rovingpm.access.Audience.signedIn;
import static org.rovingpm.access.Role.BUDGET_HOLDER;
import static org.rovingpm.access.Role.COORDINATOR;
import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Who prepares and approves job plans; what one would cost is told to whoever has the task of preparing it. */
@Component
class JobPlanAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(Page.at("/api/plan-estimates/{task}").readBy(signedIn()));
    }

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(JobPlanApprovalProcess.KEY)
                .workedOnBy(COORDINATOR, SERVICE_MANAGER, BUDGET_HOLDER)
                .assignedBy(SERVICE_MANAGER));
    }
}
