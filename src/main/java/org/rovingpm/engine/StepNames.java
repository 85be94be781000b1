package org.rovingpm.engine;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The names of steps, each on one line. A step keeps its id when a manager renames it, and cases stay on their
 * version, so a step may have several names at once. Versions are given by the engine's ids.
 */
@Component
class StepNames {

    private static final int MOST_VERSIONS = 50;

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    StepNames(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** @return the name of the step in this version; empty if it has none, or there is no such step */
    String of(String version, String step) {
        return unchecked(models -> name(models, version, step));
    }

    /** @return its names in the other versions of the process, newest first */
    List<String> inOtherVersions(String version, String step) {
        return unchecked(models -> Context.getProcessEngineConfiguration()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process(models, version))
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, MOST_VERSIONS)
                .stream()
                .map(ProcessDefinition::getId)
                .filter(other -> !other.equals(version))
                .map(other -> name(models, other, step))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList());
    }

    /** @return the version in force of the same process */
    String versionInForce(String version) {
        return unchecked(models -> models.findDeployedLatestProcessDefinitionByKey(process(models, version))
                .getId());
    }

    private static String process(DeploymentCache models, String version) {
        return models.findDeployedProcessDefinitionById(version).getKey();
    }

    private static String name(DeploymentCache models, String version, String step) {
        ActivityImpl activity =
                models.findDeployedProcessDefinitionById(version).findActivity(step);
        return activity == null
                ? ""
                : Objects.toString(activity.getProperty("name"), "").strip().replaceAll("\\s+", " ");
    }

    private <A> A unchecked(Function<DeploymentCache, A> question) {
        Command<A> command = context -> context.runWithoutAuthorization(
                () -> question.apply(Context.getProcessEngineConfiguration().getDeploymentCache()));
        return engine.getObject().getCommandExecutorTxRequired().execute(command);
    }
}
