package org.rovingpm.trace.process;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the script and the style of the plug-in. Public, because Cockpit creates it. */
@Path("plugin/" + WatchPlugin.ID)
public class WatchPluginFiles extends AbstractCockpitPluginRootResource {

    public WatchPluginFiles() {
        super(WatchPlugin.ID);
    }
}
