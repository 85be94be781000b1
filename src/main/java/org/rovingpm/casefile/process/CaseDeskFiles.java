package org.rovingpm.casefile.process;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves the script and style of {@link CaseDesk}. */
@Path("plugin/" + CaseDesk.ID)
public class CaseDeskFiles extends AbstractTasklistPluginRootResource {

    public CaseDeskFiles() {
        super(CaseDesk.ID);
    }
}
