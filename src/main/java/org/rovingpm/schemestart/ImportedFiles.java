package org.rovingpm.schemestart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The spreadsheets that were sent. What is not imported within a day is deleted, because names of people and practices are in it. */
@Repository
public class ImportedFiles {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportedFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A spreadsheet.
     *
     * @param importedAt null where it has only been tried
     * @param made       how many PMs, funds and cases it made; null where it has only been tried
     */
    public record ImportedFile(long id, String name, Instant sentAt, String sentBy, Instant importedAt, Integer made) {}

    /** Stores a file until it is imported. What the same person sent before and did not import goes. */
    @Transactional
    public long add(String name, byte[] content, String who) {
        jdbc.sql("delete from imported_file where sent_by = :who and imported_at is null")
                .param("who", who)
                .update();
        Instant now = clock.instant();
        String named = name == null ? "" : name.replaceAll("\\p{Cntrl}", "").strip();
        String shown = named.isEmpty() ? "Spreadsheet" : named;
        return jdbc.sql("""
                insert into imported_file (name, content, sent_at, sent_by, expires_at)
                values (:name, :content, :at, :who, :expires) returning id""")
                .param("name", shown.substring(Math.max(0, shown.length() - LONGEST_NAME)))
                .param("content", content)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("expires", now.plus(KEPT).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** @return the file that this person sent and has not imported, unless its time is over */
    public Optional<ImportedFile> find(long id, String who) {
        return jdbc.sql("""
                select * from imported_file where id = :id and sent_by = :who and imported_at is null and expires_at > :now""")
                .param("id", id)
                .param("who", who)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(ImportedFiles::file)
                .optional();
    }

    /** @return the latest imports, the latest first, at most ten */
    public List<ImportedFile> latest() {
        return jdbc.sql("select * from imported_file where imported_at is not null order by imported_at desc limit 10")
                .query(ImportedFiles::file)
                .list();
    }

    /** @return what is in a file that waits to be imported, held until this transaction ends; empty once it has been */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<byte[]> lockedContent(long id, String who) {
        return jdbc.sql("""
                select content from imported_file
                where id = :id and sent_by = :who and imported_at is null and expires_at > :now for update""")
                .param("id", id)
                .param("who", who)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional();
    }

    void finish(long id, long made) {
        jdbc.sql("update imported_file set content = null, imported_at = :now, made = :made where id = :id")
                .param("id", id)
                .param("made", made)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    int deleteExpired() {
        return jdbc.sql("delete from imported_file where imported_at is null and expires_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ImportedFile file(ResultSet row, int number) throws SQLException {
        OffsetDateTime imported = row.getObject("imported_at", OffsetDateTime.class);
        return new ImportedFile(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("sent_by"),
                imported == null ? null : imported.toInstant(),
                (Integer) row.getObject("made"));
    }
}
