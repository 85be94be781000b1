package org.rovingpm.modelchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Model changes with their contents and their steps. Nothing in it is ever changed or removed. */
@Repository
public class ModelChanges {

    private static final int MOST_STEPS = 200;
    private static final String CHANGE = """
        select c.id, c.kind, c.deployment, c.made_at, c.made_by,
               (select array_agg(f.file order by f.file) from model_change_file f where f.change_id = c.id) files,
               exists (select from model_change_step s where s.change_id = c.id and s.what in (:outcomes)) decided
        from model_change c""";
    private static final List<String> OUTCOMES = Arrays.stream(ModelChangeStep.Kind.values())
            .filter(ModelChangeStep.Kind::decides)
            .map(Enum::name)
            .toList();

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the id of the change */
    long add(ModelChange.Kind kind, String deployment, String who, List<ChangedFile> files) {
        long id = jdbc.sql(
                        "insert into model_change (kind, deployment, made_at, made_by) values (:kind, :deployment, :at, :who) returning id")
                .param("kind", kind.name())
                .param("deployment", deployment)
                .param("at", now())
                .param("who", who)
                .query(Long.class)
                .single();
        files.forEach(file -> jdbc.sql("""
                insert into model_change_file (change_id, file, upgrade, base, before, after)
                values (:change, :file, :upgrade, :base, :before, :after)""")
                .param("change", id)
                .param("file", file.file())
                .param("upgrade", kind == ModelChange.Kind.UPGRADE)
                .param("base", saved(file.base()))
                .param("before", saved(file.before()))
                .param("after", saved(file.after()))
                .update());
        return id;
    }

    /** Whether this packaged content has been put to managers before. */
    boolean isKnownUpgrade(String file, byte[] packaged) {
        return jdbc.sql(
                        "select exists (select from model_change_file where upgrade and file = :file and after = :after)")
                .param("file", file)
                .param("after", hash(packaged))
                .query(Boolean.class)
                .single();
    }

    /** @return the content of the file in the latest decided upgrade since then; empty if there was none */
    Optional<byte[]> upgradeDecidedSince(Instant since, String file) {
        return jdbc.sql("""
                select after.content from model_change_file f join model_content after on after.hash = f.after
                join model_change c on c.id = f.change_id
                where f.upgrade and f.file = :file and c.made_at > :since
                  and exists (select from model_change_step s where s.change_id = f.change_id and s.what in (:outcomes))
                order by f.change_id desc limit 1""")
                .param("file", file)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("outcomes", OUTCOMES)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** @return the id of the change with just these contents that waits for its review */
    Optional<Long> findHeld(List<ChangedFile> files) {
        return jdbc.sql("""
                select c.id from model_change c
                where c.kind = 'HELD'
                  and not exists (select from model_change_step s where s.change_id = c.id and s.what in (:outcomes))
                  and (select array_agg(f.file || encode(f.after, 'hex') order by f.file) from model_change_file f
                        where f.change_id = c.id) = cast(:files as text[])
                order by c.id limit 1""")
                .param("outcomes", OUTCOMES)
                .param(
                        "files",
                        files.stream()
                                .sorted(Comparator.comparing(ChangedFile::file))
                                .map(file -> file.file() + HexFormat.of().formatHex(hash(file.after())))
                                .toArray(String[]::new))
                .query(Long.class)
                .optional();
    }

    /** Whether a later upgrade has brought the file again. */
    boolean isOutdatedUpgrade(long change) {
        return jdbc.sql("""
                select exists (select from model_change_file f join model_change_file later on later.file = f.file
                               where f.change_id = :change and later.upgrade and later.change_id > :change)""").param("change", change).query(Boolean.class).single();
    }

    public Optional<ModelChange> find(long id) {
        return jdbc.sql(CHANGE + " where c.id = :id")
                .param("id", id)
                .param("outcomes", OUTCOMES)
                .query(ModelChanges::read)
                .optional();
    }

    public ModelChange get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no change " + id));
    }

    /** @return the latest changes before the given one, newest first */
    public List<ModelChange> before(long id, int most) {
        return jdbc.sql(CHANGE + " where c.id < :id order by c.id desc limit :most")
                .param("id", id)
                .param("most", most)
                .param("outcomes", OUTCOMES)
                .query(ModelChanges::read)
                .list();
    }

    /** @return user ids of those who made the deployments, by deployment; unknown ones are left out */
    Map<String, String> deployedBy(Collection<String> deployments) {
        Map<String, String> people = new HashMap<>();
        if (!deployments.isEmpty()) {
            jdbc.sql("select deployment, made_by from model_change where deployment in (:deployments)")
                    .param("deployments", deployments)
                    .query((row, number) -> people.put(row.getString(1), row.getString(2)))
                    .list();
        }
        return people;
    }

    /** @return the files of the change with their contents */
    public List<ChangedFile> filesOf(long change) {
        return jdbc.sql("""
                select f.file, base.content, before.content, after.content from model_change_file f
                join model_content after on after.hash = f.after
                left join model_content before on before.hash = f.before
                left join model_content base on base.hash = f.base
                where f.change_id = :change order by f.file""")
                .param("change", change)
                .query((row, number) ->
                        new ChangedFile(row.getString(1), row.getBytes(2), row.getBytes(3), row.getBytes(4)))
                .list();
    }

    void note(long change, ModelChangeStep.Kind what, String who, String before, String after, String why) {
        jdbc.sql("""
                insert into model_change_step (change_id, recorded_at, recorded_by, what, before, after, why)
                values (:change, :at, :who, :what, :before, :after, :why)""")
                .param("change", change)
                .param("at", now())
                .param("who", who)
                .param("what", what.name())
                .param("before", before)
                .param("after", after)
                .param("why", why)
                .update();
    }

    void warn(String deployment, String file, String sentence) {
        jdbc.sql("insert into model_warning (deployment, file, sentence) values (:deployment, :file, :sentence)")
                .param("deployment", deployment)
                .param("file", file)
                .param("sentence", sentence)
                .update();
    }

    /** @return the warnings of the check about the files of the change, at most 200 */
    public List<String> warningsOf(long change) {
        return jdbc.sql("""
                select w.sentence from model_change c join model_warning w on w.deployment = c.deployment
                where c.id = :change order by w.id limit :most""")
                .param("change", change)
                .param("most", MOST_STEPS)
                .query(String.class)
                .list();
    }

    /** @return the steps of the change, oldest first, at most 200 */
    public List<ModelChangeStep> stepsOf(long change) {
        return jdbc.sql(
                        "select recorded_at as at, recorded_by as who, what, before, after, why from model_change_step where change_id = :change order by id limit :most")
                .param("change", change)
                .param("most", MOST_STEPS)
                .query((row, number) -> new ModelChangeStep(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        ModelChangeStep.Kind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    private byte[] saved(byte[] content) {
        if (content == null) {
            return null;
        }
        jdbc.sql("insert into model_content (hash, content) values (:hash, :content) on conflict do nothing")
                .param("hash", hash(content))
                .param("content", content)
                .update();
        return hash(content);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ModelChange read(ResultSet row, int number) throws SQLException {
        Array files = row.getArray("files");
        return new ModelChange(
                row.getLong("id"),
                ModelChange.Kind.valueOf(row.getString("kind")),
                row.getString("deployment"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                List.of((String[]) files.getArray()),
                row.getBoolean("decided"));
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
