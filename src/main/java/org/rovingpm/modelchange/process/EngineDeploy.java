package org.rovingpm.modelchange.process;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.rovingpm.modelchange.Deploy;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineDeploy implements Deploy {

    private final RepositoryService repository;

    EngineDeploy(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void files(String name, String source, Map<String, byte[]> files) {
        DeploymentBuilder deployment = repository.createDeployment().name(name).source(source);
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        deployment.deploy();
    }
}
