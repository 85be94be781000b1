package org.rovingpm.engine.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The processes, decisions and forms that have ever been deployed. Each is known by its id with the extension of its
 * kind, such as "support-case.bpmn", whatever its file was called.
 */
@Component
public class DeployedModels {

    /** The deployment source of packaged models. */
    public static final String PACKAGED = "Roving PM";

    /** The deployment source of packaged models that replaced a manager's version by a manager's decision. */
    public static final String APPLIED = "Roving PM, applied";

    private static final int MOST_VERSIONS = 50;
    private static final String ALL = """
        with model (file, definition, version, resource, deployment) as (
            select key_ || '.bpmn', id_, version_, resource_name_, deployment_id_ from act_re_procdef
            union all select key_ || '.dmn', id_, version_, resource_name_, deployment_id_ from act_re_decision_def
            union all select key_ || '.form', id_, version_, resource_name_, deployment_id_ from act_re_camformdef
        ) """;
    private static final String ITS_DEPLOYMENT = " from model m join act_re_deployment d on d.id_ = m.deployment ";
    private static final String ITS_CONTENT =
            " join act_ge_bytearray r on r.deployment_id_ = m.deployment and r.name_ = m.resource ";

    private final JdbcClient jdbc;

    DeployedModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version of a file that is in force: the latest. */
    public record InForce(String file, String source, Instant since, byte[] content) {

        /** Whether it came with the application. */
        public boolean isPackaged() {
            return PACKAGED.equals(source) || APPLIED.equals(source);
        }
    }

    /** @param definition the engine's id of the definition */
    public record Version(
            String file, String definition, int number, String deployment, String source, Instant deployedAt) {}

    /** @return the versions in force, by file */
    public Map<String, InForce> inForce() {
        return latest("where true", Map.of());
    }

    /** @return the packaged versions that were put in force last, by file */
    public Map<String, InForce> packagedInForceLast() {
        return latest("where d.source_ in (:sources)", Map.of("sources", List.of(PACKAGED, APPLIED)));
    }

    /** @return the version of the file in force, ignoring a deployment in progress; empty if there is none */
    public Optional<InForce> inForce(String file, String exceptDeployment) {
        return Optional.ofNullable(latest(
                        "where m.file = :file and m.deployment <> :except",
                        Map.of("file", file, "except", exceptDeployment))
                .get(file));
    }

    /** Whether this packaged content has been in force before and was replaced. */
    public boolean wasPackagedBefore(String file, byte[] content) {
        return jdbc.sql(ALL + "select exists (select" + ITS_DEPLOYMENT + ITS_CONTENT
                        + "where m.file = :file and d.source_ in (:sources) and r.bytes_ = :content)")
                .param("file", file)
                .param("sources", Set.of(PACKAGED, APPLIED))
                .param("content", content)
                .query(Boolean.class)
                .single();
    }

    /** @return the versions of the file, newest first, at most 50 */
    public List<Version> versionsOf(String file) {
        return jdbc.sql(ALL + "select m.file, m.definition, m.version, m.deployment, d.source_, d.deploy_time_"
                        + ITS_DEPLOYMENT + "where m.file = :file order by m.version desc limit :most")
                .param("file", file)
                .param("most", MOST_VERSIONS)
                .query((row, number) -> new Version(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    /** @return the content of the file in one deployment; empty if the deployment has been deleted */
    public Optional<byte[]> content(String file, String deployment) {
        return jdbc.sql(ALL + "select r.bytes_" + ITS_DEPLOYMENT + ITS_CONTENT
                        + "where m.file = :file and m.deployment = :deployment limit 1")
                .param("file", file)
                .param("deployment", deployment)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private Map<String, InForce> latest(String restriction, Map<String, ?> values) {
        Map<String, InForce> latest = new TreeMap<>();
        jdbc.sql(ALL + "select distinct on (m.file) m.file, d.source_, d.deploy_time_, r.bytes_" + ITS_DEPLOYMENT
                        + ITS_CONTENT + restriction + " order by m.file, m.version desc")
                .params(values)
                .query((row, number) -> new InForce(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getBytes(4)))
                .list()
                .forEach(model -> latest.put(model.file(), model));
        return latest;
    }
}
