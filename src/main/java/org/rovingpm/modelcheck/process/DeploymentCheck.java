package org.rovingpm.modelcheck.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.rovingpm.modelcheck.CheckModels;
import org.rovingpm.modelcheck.ModelsAccepted;
import org.rovingpm.modelcheck.Report;
import org.rovingpm.modelcheck.file.Finding;
import org.rovingpm.modelcheck.known.Lengths;
import org.rovingpm.modelcheck.known.ModelFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks the files of every deployment before anything else reads them. It is the engine's first deployer, because
 * every deployment passes there, even one of an earlier deployment's files. A refusal rolls the transaction back, so
 * nothing is stored.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeploymentCheck extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentCheck.class);

    private final ObjectProvider<CheckModels> check;
    private final ApplicationEventPublisher events;
    private final Lengths lengths;

    DeploymentCheck(ObjectProvider<CheckModels> check, ApplicationEventPublisher events, Lengths lengths) {
        this.check = check;
        this.lengths = lengths;
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> first = new ArrayList<>(List.of(new Checker()));
        if (engine.getCustomPreDeployers() != null) {
            first.addAll(engine.getCustomPreDeployers());
        }
        engine.setCustomPreDeployers(first);
    }

    private class Checker implements Deployer {

        @Override
        public void deploy(DeploymentEntity deployment) {
            if (deployment.isNew()) {
                check(deployment);
            }
        }
    }

    private void check(DeploymentEntity deployment) {
        List<ModelFile> files = deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .toList();
        String name = deployment.getName();
        if (name != null && name.length() > lengths.most(Lengths.Kept.DEPLOYMENT_NAME)) {
            throw new ModelsRefused(new Report(
                    List.of(new Finding(
                            files.isEmpty() ? "deployment" : files.get(0).shortName(),
                            null,
                            null,
                            "The name of the deployment has %d characters, and at most %d are possible: shorten it."
                                    .formatted(name.length(), lengths.most(Lengths.Kept.DEPLOYMENT_NAME)))),
                    List.of()));
        }
        Report report = check.getObject().check(files);
        if (!report.accepted()) {
            throw new ModelsRefused(report);
        }
        report.warnings().forEach(warning -> LOG.warn("Put in force with a warning: {}", warning));
        events.publishEvent(new ModelsAccepted(
                deployment.getId(), files.stream().map(ModelFile::name).sorted().toList(), report.warnings()));
    }
}
