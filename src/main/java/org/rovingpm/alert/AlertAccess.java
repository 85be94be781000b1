package org.rovingpm.alert;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Alerts have no tasks for people. */
@Component
class AlertAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(TeamAlertProcess.KEY));
    }
}
