package org.rovingpm.modelchange.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.modelchange.RecordModelChange;
import org.rovingpm.modelchange.ReviewSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Where changes wait for their review, keeps a manager's deployment from coming into force: it passes all checks, is taken back, and
 * is then recorded by itself.
 */
@Component
@EnableConfigurationProperties(ReviewSettings.class)
class HoldChanges extends AbstractProcessEnginePlugin {

    private final ObjectProvider<RecordModelChange> recordChange;
    private final ObjectProvider<StaffDirectory> staff;
    private final EngineDeploy decided;
    private final ReviewSettings settings;

    /** Takes a deployment back that is to wait. */
    private static class ToHold extends BadUserRequestException {

        private final transient Map<String, byte[]> files;
        private final String who;

        ToHold(Map<String, byte[]> files, String who) {
            super("This change waits for its review.");
            this.files = new TreeMap<>(files);
            this.who = who;
        }
    }

    HoldChanges(
            ObjectProvider<RecordModelChange> recordChange,
            ObjectProvider<StaffDirectory> staff,
            EngineDeploy decided,
            ReviewSettings settings) {
        this.recordChange = recordChange;
        this.staff = staff;
        this.decided = decided;
        this.settings = settings;
    }

    /** Before what opens the transaction, so that what was taken back is over when the change is recorded. */
    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> first = new ArrayList<>(List.of(new Recorder()));
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            first.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        engine.setCustomPreCommandInterceptorsTxRequired(first);
    }

    private class Recorder extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (!(command instanceof DeployCmd)) {
                return next.execute(command);
            }
            try {
                return next.execute(command);
            } catch (ToHold hold) {
                throw new ChangeHeld(recordChange.getObject().held(hold.files, hold.who));
            }
        }
    }

    /** Takes the deployment back if it is to wait: somebody else must be there who can review it. */
    void holdIfNeeded(Map<String, byte[]> files, String who) {
        if (settings.reviewFirst()
                && !decided.isDecided()
                && staff.getObject().of(Role.PROCESS_MANAGER).stream()
                        .anyMatch(other -> !other.id().equals(who))
                && recordChange.getObject().changesAnything(files)) {
            throw new ToHold(files, who);
        }
    }
}
