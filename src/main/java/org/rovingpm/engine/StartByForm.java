package org.rovingpm.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Starts a process as its start form does, from one of our pages. The page decides who may start it, because
 * practices have no account and so no rights in the engine.
 */
@Component
public class StartByForm {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    StartByForm(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /**
     * @param form checked, and of the type that the form's listener takes
     * @param who  who starts it: a user id, or a word for people without an account
     * @return the business key of the process
     */
    public String start(String process, Record form, String who) {
        IdentityService identities = engine.getObject().getIdentityService();
        Authentication before = identities.getCurrentAuthentication();
        identities.setAuthentication(who, List.of());
        try {
            return engine.getObject()
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                            .getRuntimeService()
                            .startProcessInstanceByKey(process, Submission.envelope(form))))
                    .getBusinessKey();
        } finally {
            identities.setAuthentication(before);
        }
    }
}
