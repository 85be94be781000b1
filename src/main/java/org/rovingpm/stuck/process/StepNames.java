package org.rovingpm.stuck.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The labels of steps, from the models that the engine has in its cache. */
@Component
class StepNames {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    StepNames(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** @return the label of the activity; its id if it has none */
    String nameOf(String definition, String activity) {
        Command<String> question = context -> {
            ActivityImpl found = Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(definition)
                    .findActivity(activity);
            Object name = found == null ? null : found.getProperty("name");
            return name == null ? activity : name.toString().replaceAll("\\s+", " ");
        };
        return engine.getObject().getCommandExecutorTxRequired().execute(question);
    }
}
