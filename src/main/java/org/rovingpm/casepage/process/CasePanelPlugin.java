package org.rovingpm.casepage.process;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** Shows the case beside the form of its task: the script and style in {@code plugin-webapp/case-panel/app}. */
public class CasePanelPlugin extends AbstractTasklistPlugin {

    static final String ID = "case-panel";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(CasePanelPluginFiles.class);
    }
}
