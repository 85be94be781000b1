package org.rovingpm.processhistory.process;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * What Cockpit shows besides its own: stuck cases on its dashboard, tabs of a process instance, the heat map of a process. Its
 * script asks our own API. Public, because Cockpit creates it by name.
 */
public class ProcessHistoryPlugin extends AbstractCockpitPlugin {

    /** Also the folder of its script and style in plugin-webapp. */
    static final String ID = "process-history";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(ProcessHistoryPluginFiles.class);
    }
}
