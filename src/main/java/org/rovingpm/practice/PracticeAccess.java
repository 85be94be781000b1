package org.rovingpm.practice;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Nobody starts a refresh of the register or takes part in it. */
@Component
class PracticeAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(PracticeRegisterRefreshProcess.KEY));
    }
}
