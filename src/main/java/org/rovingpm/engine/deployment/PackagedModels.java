package org.rovingpm.engine.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the processes, decisions and forms that come with this version in force, once, by the first instance that starts.
 * What a manager has deployed since is never replaced: not by a restart, not by an upgrade.
 */
@Component
public class PackagedModels {

    /** The deployment source by which our own deployments are known. */
    public static final String SOURCE = "Roving PM";

    private static final Logger LOG = LoggerFactory.getLogger(PackagedModels.class);
    private static final List<String> PATTERNS =
        List.of("classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form");

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    PackagedModels(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** @return the names of the files put in force */
    @Transactional
    public List<String> putInForce() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('rovingpm packaged models'))").query().listOfRows();
        Map<String, Deployed> ours = latest("and d.source_ = :source");
        Map<String, Deployed> any = latest("");
        List<String> chosen = new ArrayList<>();
        DeploymentBuilder deployment = repository.createDeployment().name("Roving PM").source(SOURCE);
        packaged().forEach((name, content) -> {
            Deployed own = ours.get(name);
            Deployed newest = any.get(name);
            if (own != null && Arrays.equals(own.content(), content)) {
                return;
            }
            if (newest != null && !SOURCE.equals(newest.source())) {
                LOG.warn("{} has changed in this version, but a manager has deployed a version of their own: theirs stays in force", name);
                return;
            }
            deployment.addInputStream(name, new java.io.ByteArrayInputStream(content));
            chosen.add(name);
        });
        if (!chosen.isEmpty()) {
            deployment.deploy();
            LOG.info("Put in force: {}", String.join(", ", chosen));
        }
        return chosen;
    }

    private record Deployed(String name, String source, byte[] content) {
    }

    private Map<String, Deployed> latest(String restriction) {
        Map<String, Deployed> latest = new TreeMap<>();
        jdbc.sql("""
                select distinct on (r.name_) r.name_, d.source_, r.bytes_
                from act_ge_bytearray r join act_re_deployment d on d.id_ = r.deployment_id_
                where (r.name_ like '%.bpmn' or r.name_ like '%.dmn' or r.name_ like '%.form') {restriction}
                order by r.name_, d.deploy_time_ desc""".replace("{restriction}", restriction))
            .param("source", SOURCE)
            .query((row, number) -> new Deployed(row.getString(1), row.getString(2), row.getBytes(3)))
            .list().forEach(deployed -> latest.put(deployed.name(), deployed));
        return latest;
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
