package org.rovingpm.deputy.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.rovingpm.access.Role;
import org.rovingpm.deputy.Members;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Members of the engine's groups. Whether they may be changed has been decided before: nobody's rights to groups are asked for. */
@Component
class EngineMembers implements Members {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    EngineMembers(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    @Override
    public boolean include(String person, Role role) {
        return engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> isMember(person, role)));
    }

    @Override
    public void add(String person, Role role) {
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    if (!isMember(person, role)) {
                        identities().createMembership(person, role.group());
                    }
                    return null;
                }));
    }

    @Override
    public void remove(String person, Role role) {
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    if (isMember(person, role)) {
                        identities().deleteMembership(person, role.group());
                    }
                    return null;
                }));
    }

    private boolean isMember(String person, Role role) {
        return identities()
                        .createGroupQuery()
                        .groupId(role.group())
                        .groupMember(person)
                        .count()
                > 0;
    }

    private IdentityService identities() {
        return engine.getObject().getIdentityService();
    }
}
