package org.rovingpm.casepage.process;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves the script and style of {@link CasePanelPlugin}. */
@Path("plugin/" + CasePanelPlugin.ID)
public class CasePanelPluginFiles extends AbstractTasklistPluginRootResource {

    public CasePanelPluginFiles() {
        super(CasePanelPlugin.ID);
    }
}
