package org.rovingpm.casepage.process;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves the script and style of {@link CasePanelPlugin}. */
@Path("plugin/{plugin: case-panel-[0-9a-f]+}")
public class CasePanelPluginFiles extends AbstractTasklistPluginRootResource {

    public CasePanelPluginFiles() {
        super(CasePanelPlugin.ID);
    }
}
