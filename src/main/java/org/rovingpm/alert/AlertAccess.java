package org.rovingpm.alert;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Alerts are sent without anybody; process managers see when one fails. */
@Component
class AlertAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to("team-alert"));
    }
}
