package org.rovingpm.alert;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Nobody starts an alert or takes part in it. */
@Component
class AlertAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(TeamAlertProcess.KEY));
    }
}
