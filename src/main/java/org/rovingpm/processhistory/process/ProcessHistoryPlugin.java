package org.rovingpm.processhistory.process;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;
import org.rovingpm.web.file.FileVersion;

/**
 * What Cockpit shows besides its own: stuck cases on its dashboard, tabs of a process instance, the heat map of a process. Its
 * script asks our own API. Public, because Cockpit creates it by name.
 */
public class ProcessHistoryPlugin extends AbstractCockpitPlugin {

    /** With its version, so that browsers keep its files: the engine's own version, which it writes behind them, is not theirs. */
    static final String ID = "process-history-" + FileVersion.NOW;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getAssetDirectory() {
        return "plugin-webapp/process-history";
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(ProcessHistoryPluginFiles.class);
    }
}
