package org.rovingpm.engine.guard;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses calls that would bypass the forms, and so the use cases and their checks: starting a process without its
 * form or in its middle, writing variables, and changing a task or its candidates. Listeners and delegates may make them
 * within another call.
 */
class RefusedCommands extends CommandInterceptor {

    private static final Set<Class<?>> PASSING_FORMS_BY = Set.of(
            StartProcessInstanceCmd.class,
            StartProcessInstanceAtActivitiesCmd.class,
            AbstractSetVariableCmd.class,
            AbstractRemoveVariableCmd.class,
            AbstractPatchVariablesCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            AddGroupIdentityLinkCmd.class,
            AddUserIdentityLinkCmd.class,
            DeleteIdentityLinkCmd.class,
            DelegateTaskCmd.class,
            SaveTaskCmd.class);

    private final Supplier<IdentityService> identities;

    RefusedCommands(Supplier<IdentityService> identities) {
        this.identities = identities;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null
                && PASSING_FORMS_BY.stream().anyMatch(kind -> kind.isInstance(command))
                && isByAPerson()) {
            throw new AuthorizationException("This can only be done with its form in Tasklist.");
        }
        return next.execute(command);
    }

    private boolean isByAPerson() {
        Authentication person = identities.get().getCurrentAuthentication();
        return person != null && person.getUserId() != null;
    }
}
