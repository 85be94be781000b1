package org.rovingpm.account.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;

/** Notes which rights people give and take. What the application derives by itself is not noted. */
class NoteChangedRights extends CommandInterceptor {

    private final Supplier<IdentityService> identities;
    private final SecurityLog log;

    NoteChangedRights(Supplier<IdentityService> identities, SecurityLog log) {
        this.identities = identities;
        this.log = log;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof SaveAuthorizationCmd || command instanceof DeleteAuthorizationCmd) {
            Authentication person = identities.get().getCurrentAuthentication();
            if (person != null && person.getUserId() != null) {
                log.add(SecurityEvent.Kind.RIGHT_CHANGED, null, person.getUserId(), describe(result));
            }
        }
        return result;
    }

    private static String describe(Object result) {
        return result instanceof Authorization right
                ? "%s: resource %d %s".formatted(right.getGroupId(), right.getResourceType(), right.getResourceId())
                : "Taken away";
    }
}
