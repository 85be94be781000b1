package org.rovingpm.casepage.process;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;
import org.rovingpm.web.file.FileVersion;

/** Shows the case beside the form of its task: the script and style in {@code plugin-webapp/case-panel/app}. */
public class CasePanelPlugin extends AbstractTasklistPlugin {

    /** With its version, so that browsers keep its files: the engine's own version, which it writes behind them, is not theirs. */
    static final String ID = "case-panel-" + FileVersion.NOW;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getAssetDirectory() {
        return "plugin-webapp/case-panel";
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(CasePanelPluginFiles.class);
    }
}
