package org.rovingpm.modelchange.process;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.rovingpm.modelchange.Deploy;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineDeploy implements Deploy {

    private final RepositoryService repository;
    private static final ThreadLocal<Decided> DECIDING = new ThreadLocal<>();

    /** @param review null where the deployment has a review of its own */
    private record Decided(Review review) {}

    EngineDeploy(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void files(String name, String source, Map<String, byte[]> files) {
        deploy(name, source, files, new Decided(null));
    }

    @Override
    public void reviewed(String name, String source, Map<String, byte[]> files, Review review) {
        deploy(name, source, files, new Decided(review));
    }

    private void deploy(String name, String source, Map<String, byte[]> files, Decided decided) {
        DeploymentBuilder deployment = repository.createDeployment().name(name).source(source);
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        DECIDING.set(decided);
        try {
            deployment.deploy();
        } finally {
            DECIDING.remove();
        }
    }

    /** Whether this thread deploys by a decision of a review now. */
    boolean isDecided() {
        return DECIDING.get() != null;
    }

    /** @return the review that came before the deployment of this thread */
    Optional<Review> review() {
        return Optional.ofNullable(DECIDING.get()).map(Decided::review);
    }
}
