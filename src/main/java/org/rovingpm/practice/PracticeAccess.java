package org.rovingpm.practice;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** The register is refreshed without anybody; process managers see when it fails. */
@Component
class PracticeAccess implements ModuleAccess {

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to("practice-register-refresh"));
    }
}
