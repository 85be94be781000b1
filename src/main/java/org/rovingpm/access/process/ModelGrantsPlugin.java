package org.rovingpm.access.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives the rights that a model needs as soon as it is deployed, and not only at the next start. */
@Component
class ModelGrantsPlugin extends AbstractProcessEnginePlugin implements Deployer {

    private final ObjectProvider<GrantRights> grantRights;

    ModelGrantsPlugin(ObjectProvider<GrantRights> grantRights) {
        this.grantRights = grantRights;
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
        if (!deployment.isNew() || deployment.getDeployedArtifacts(ProcessDefinitionEntity.class) == null) {
            return;
        }
        deployment.getDeployedArtifacts(ProcessDefinitionEntity.class).stream()
                .map(ProcessDefinitionEntity::getResourceName)
                .distinct()
                .map(file -> deployment.getResource(file).getBytes())
                .map(content -> Bpmn.readModelFromStream(new ByteArrayInputStream(content)))
                .forEach(model -> Context.getCommandContext().runWithoutAuthorization(() -> {
                    grantRights.getObject().forModel(model);
                    return null;
                }));
    }
}
