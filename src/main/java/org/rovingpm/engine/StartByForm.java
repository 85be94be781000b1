package org.rovingpm.engine;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.rovingpm.engine.refusal.LostRace;
import org.rovingpm.submission.Refusal;
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
        return start(process, form, who, List.of());
    }

    /**
     * As {@link #start(String, Record, String)} in a transaction of its own, for somebody who has a page before them: where somebody
     * else was faster with the same case they are told so.
     *
     * @param groups those of the person, as the form's listener asks for them
     */
    public String startFromPage(String process, Record form, String who, Collection<String> groups) {
        try {
            return start(process, form, who, List.copyOf(groups));
        } catch (RuntimeException failure) {
            if (!(failure instanceof Refusal) && LostRace.in(failure)) {
                throw new Refusal(
                        "Somebody else has changed the case at the same moment: look at it, and do this again if it is still needed.");
            }
            throw failure;
        }
    }

    private String start(String process, Record form, String who, List<String> groups) {
        IdentityService identities = engine.getObject().getIdentityService();
        Authentication before = identities.getCurrentAuthentication();
        identities.setAuthentication(who, groups);
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
