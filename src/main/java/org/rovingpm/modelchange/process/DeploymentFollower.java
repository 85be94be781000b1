package org.rovingpm.modelchange.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.rovingpm.engine.Submission;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.modelchange.RecordModelChange;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Notices every deployment that does not come with the application, before it is stored. */
@Component
class DeploymentFollower extends AbstractProcessEnginePlugin implements Deployer {

    private final ObjectProvider<RecordModelChange> recordChange;
    private final HoldChanges hold;
    private final EngineDeploy decided;

    DeploymentFollower(ObjectProvider<RecordModelChange> recordChange, HoldChanges hold, EngineDeploy decided) {
        this.recordChange = recordChange;
        this.hold = hold;
        this.decided = decided;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers = engine.getCustomPostDeployers() == null
                ? new ArrayList<>()
                : new ArrayList<>(engine.getCustomPostDeployers());
        deployers.add(this);
        engine.setCustomPostDeployers(deployers);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew() || DeployedModels.PACKAGED.equals(deployment.getSource())) {
            return;
        }
        Map<String, byte[]> files = new TreeMap<>();
        take(deployment, ProcessDefinition.class, ".bpmn", files);
        take(deployment, DecisionDefinition.class, ".dmn", files);
        take(deployment, CamundaFormDefinition.class, ".form", files);
        if (!files.isEmpty()) {
            String who = Submission.person();
            hold.holdIfNeeded(files, who);
            decided.review()
                    .ifPresentOrElse(
                            review -> recordChange.getObject().reviewed(deployment.getId(), files, review),
                            () -> recordChange.getObject().deployed(deployment.getId(), files, who));
        }
    }

    /** A file with several decisions counts as the one that it is named after, or else as its first. */
    private static void take(
            DeploymentEntity deployment,
            Class<? extends ResourceDefinition> kind,
            String ending,
            Map<String, byte[]> files) {
        Map<String, String> names = new TreeMap<>();
        Stream<?> artifacts = deployment.getDeployedArtifacts() == null
                ? Stream.empty()
                : deployment.getDeployedArtifacts().values().stream()
                        .flatMap(ofOneKind -> ((List<?>) ofOneKind).stream());
        artifacts.filter(kind::isInstance).map(kind::cast).forEach(model -> {
            String resource = model.getResourceName();
            if (!names.containsKey(resource)
                    || resource.equals(model.getKey() + ending)
                    || resource.endsWith("/" + model.getKey() + ending)) {
                names.put(resource, model.getKey());
            }
        });
        names.forEach((resource, key) ->
                files.put(key + ending, deployment.getResource(resource).getBytes()));
    }
}
