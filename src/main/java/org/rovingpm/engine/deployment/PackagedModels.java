package org.rovingpm.engine.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.rovingpm.engine.deployment.DeployedModels.InForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deploys the packaged processes, decisions and forms of this version once, from the first instance that starts. A
 * manager's version is never replaced, neither by a restart nor by an upgrade.
 */
@Component
public class PackagedModels {

    /** The deployment source of our own deployments. */
    public static final String SOURCE = DeployedModels.PACKAGED;

    private static final Logger LOG = LoggerFactory.getLogger(PackagedModels.class);
    private static final List<String> PATTERNS =
            List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form");

    private final RepositoryService repository;
    private final DeployedModels deployed;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    PackagedModels(
            RepositoryService repository, DeployedModels deployed, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.repository = repository;
        this.deployed = deployed;
        this.events = events;
        this.jdbc = jdbc;
    }

    /**
     * Instances that start at the same time do this one after another, so only the first has something to do.
     * Publishes {@link UpgradeHeld} for each file that both this version and a manager have changed.
     *
     * @return the names of the files put in force
     */
    @Transactional
    public List<String> putInForce() {
        return putInForce(packaged());
    }

    /** As {@link #putInForce()}, for a version that brings these files. */
    @Transactional
    public List<String> putInForce(Map<String, byte[]> packaged) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('rovingpm packaged models'))")
                .query()
                .listOfRows();
        Map<String, InForce> ours = deployed.packagedInForceLast();
        Map<String, InForce> any = deployed.inForce();
        Map<String, byte[]> chosen = new TreeMap<>();
        List<UpgradeHeld> held = new ArrayList<>();
        packaged.forEach((name, content) -> {
            InForce own = ours.get(name);
            InForce newest = any.get(name);
            if (isSame(own, content) || isSame(newest, content) || isOlder(name, content)) {
                return;
            }
            if (newest == null || newest.isPackaged() || isSame(own, newest.content())) {
                chosen.put(name, content);
            } else {
                LOG.warn(
                        "{} has changed in this version, but a manager has deployed a version of their own: theirs stays in force",
                        name);
                held.add(new UpgradeHeld(
                        name,
                        own == null ? null : own.content(),
                        own == null ? null : own.since(),
                        newest.content(),
                        content));
            }
        });
        if (!chosen.isEmpty()) {
            DeploymentBuilder deployment =
                    repository.createDeployment().name("Roving PM").source(SOURCE);
            chosen.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
            deployment.deploy();
            LOG.info("Put in force: {}", String.join(", ", chosen.keySet()));
        }
        held.forEach(events::publishEvent);
        return List.copyOf(chosen.keySet());
    }

    private static boolean isSame(InForce model, byte[] content) {
        return model != null && Arrays.equals(model.content(), content);
    }

    /** An instance of an earlier version that is started again brings nothing new. */
    private boolean isOlder(String name, byte[] content) {
        boolean older = deployed.wasPackagedBefore(name, content);
        if (older) {
            LOG.warn(
                    "{} of this version has been in force before and was followed by a newer one, which stays in force",
                    name);
        }
        return older;
    }

    private static Map<String, byte[]> packaged() {
        Map<String, byte[]> files = new TreeMap<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : PATTERNS) {
                for (Resource resource : resolver.getResources(pattern)) {
                    files.put(resource.getFilename(), resource.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
