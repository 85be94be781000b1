package org.rovingpm.engine;

import java.util.Map;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Starts a process that no person starts by its form, in the transaction that is under way. Where that transaction has been opened
 * within a step of the engine, the process is part of it and not of the step.
 */
@Component
public class StartProcess {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    StartProcess(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** @param businessKey by which the process is found: the reference of a case, or what else it is about */
    public void start(String process, String businessKey, Map<String, Object> variables) {
        try {
            ProcessEngineContext.withNewProcessEngineContext(() -> {
                engine.getObject().getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(() ->
                    Context.getProcessEngineConfiguration().getRuntimeService().startProcessInstanceByKey(process, businessKey, variables)));
                return null;
            });
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
