package org.rovingpm.notification.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rovingpm.database.TransactionCache;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The message templates: the packaged ones, and managers' versions of them. */
@Repository
public class MessageTemplates {

    private final Map<String, MessageTemplate> packaged = packaged();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionCache<String, Optional<Version>> latest = new TransactionCache<>(this::latest);

    MessageTemplates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The text of a version; null if the packaged template was put in force again. */
    public record Version(int number, String subject, String body, java.time.Instant changedAt, String changedBy) {

        public boolean isPackaged() {
            return body == null;
        }
    }

    /** @return the template in force; an unknown name is a mistake in a model */
    public MessageTemplate get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("There is no template “%s”".formatted(name)));
    }

    public Optional<MessageTemplate> find(String name) {
        return Optional.ofNullable(packaged.get(name)).map(template -> latest.answer(name)
                .map(version -> inForce(template, version))
                .orElse(template));
    }

    private Optional<Version> latest(String name) {
        return jdbc.sql("select * from message_template where name = :name order by version desc limit 1")
                .param("name", name)
                .query(MessageTemplates::version)
                .optional();
    }

    /** @return all templates in force, by name */
    public List<MessageTemplate> all() {
        Map<String, Version> latest = new TreeMap<>();
        jdbc.sql("select distinct on (name) * from message_template order by name, version desc")
                .query((row, number) -> latest.put(row.getString("name"), version(row, number)))
                .list();
        return packaged.values().stream()
                .map(template ->
                        latest.containsKey(template.name()) ? inForce(template, latest.get(template.name())) : template)
                .toList();
    }

    /** @return the managers' versions, latest first, at most 50 */
    public List<Version> versions(String name) {
        return jdbc.sql("select * from message_template where name = :name order by version desc limit 50")
                .param("name", name)
                .query(MessageTemplates::version)
                .list();
    }

    /** @return the packaged template */
    public MessageTemplate packagedOf(String name) {
        return packaged.get(name);
    }

    /** Adds a version after the one the manager was shown; fails if somebody else has added one in the meantime. */
    void add(String name, int after, String subject, String body, String who) {
        jdbc.sql(
                        "insert into message_template (name, version, subject, body, changed_at, changed_by) values (:name, :version, :subject, :body, :at, :who)")
                .param("name", name)
                .param("version", after + 1)
                .param("subject", subject, java.sql.Types.VARCHAR)
                .param("body", body, java.sql.Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
        latest.forget(name);
    }

    int latestVersion(String name) {
        return jdbc.sql("select coalesce(max(version), 0) from message_template where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private static MessageTemplate inForce(MessageTemplate packaged, Version version) {
        return version.isPackaged()
                ? packaged
                : packaged.with(
                        version.subject(), version.body(), version.number(), version.changedAt(), version.changedBy());
    }

    private static Version version(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Version(
                row.getInt("version"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    private static Map<String, MessageTemplate> packaged() {
        Map<String, MessageTemplate> templates = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.txt")) {
                String name = file.getFilename().replace(".txt", "");
                templates.put(name, TemplateFile.read(name, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return templates;
    }
}
