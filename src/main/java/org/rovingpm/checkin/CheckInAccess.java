package org.rovingpm.checkin;

import static org.rovingpm.access.Role.SERVICE_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.rovingpm.supportcase.Office;
import org.springframework.stereotype.Component;

/** Who follows up the weekly check-ins. A PM may do their own check-ins because they are assigned to them. */
@Component
class CheckInAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(WeeklyCheckInProcess.KEY)
                .workedOnBy(Office.ROLES)
                .assignedBy(SERVICE_MANAGER));
    }
}
