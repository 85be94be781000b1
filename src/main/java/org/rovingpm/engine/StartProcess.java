package org.rovingpm.engine;

import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Starts a process without a form, in the current transaction. If that transaction was opened within a step of the
 * engine, the process is part of the transaction, not of the step.
 */
@Component
public class StartProcess {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    StartProcess(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** @param businessKey the reference of a case or another key; may be null */
    public void start(String process, String businessKey, Map<String, Object> variables) {
        with(services -> services.startProcessInstanceByKey(process, businessKey, variables));
    }

    /**
     * Starts a process before one of its steps, as if it had come there.
     *
     * @param step id of the step, in the latest version of the process
     */
    public void startAt(String process, String step, String businessKey, Map<String, Object> variables) {
        with(services -> services.createProcessInstanceByKey(process)
                .businessKey(businessKey)
                .setVariables(variables)
                .startBeforeActivity(step)
                .execute());
    }

    /** Starts the process that begins with this message. */
    public void startByMessage(String message, String businessKey, Map<String, Object> variables) {
        with(services -> services.startProcessInstanceByMessage(message, businessKey, variables));
    }

    private void with(Consumer<RuntimeService> work) {
        try {
            ProcessEngineContext.withNewProcessEngineContext(() -> engine.getObject()
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> {
                        work.accept(Context.getProcessEngineConfiguration().getRuntimeService());
                        return null;
                    })));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
