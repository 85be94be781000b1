package org.rovingpm.processhistory.process;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the script and the style of the plug-in. Public, because Cockpit creates it. */
@Path("plugin/{plugin: process-history-[0-9a-f]+}")
public class ProcessHistoryPluginFiles extends AbstractCockpitPluginRootResource {

    public ProcessHistoryPluginFiles() {
        super(ProcessHistoryPlugin.ID);
    }
}
