package org.rovingpm.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents of all cases. The record of a document is never deleted; its content is when it is removed. */
@Repository
public class Documents {

    private static final int MOST = 200;
    private static final String SELECT = """
        select d.*, r.reason, r.removed_at, r.removed_by
        from case_document d left join case_document_removal r on r.document_id = d.id
        where d.case_reference = :reference\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Documents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the documents of the case, including removed ones, latest first, at most 200 */
    public List<Document> of(CaseReference reference) {
        return jdbc.sql(SELECT + "order by d.id desc limit " + MOST)
                .param("reference", reference.value())
                .query(Documents::document)
                .list();
    }

    /** @return the documents that have not been removed, latest first, up to the given number and at most 200 */
    public List<Document> there(CaseReference reference, int most) {
        return jdbc.sql(SELECT + "and r.document_id is null order by d.id desc limit :most")
                .param("reference", reference.value())
                .param("most", Math.min(most, MOST))
                .query(Documents::document)
                .list();
    }

    /** @return the number of documents that have not been removed */
    public int count(CaseReference reference) {
        return jdbc.sql("""
                select count(*) from case_document d where d.case_reference = :reference
                and not exists (select from case_document_removal r where r.document_id = d.id)""")
                .param("reference", reference.value())
                .query(Integer.class)
                .single();
    }

    /** @return the document of this case, removed or not */
    public Optional<Document> find(CaseReference reference, long id) {
        return jdbc.sql(SELECT + "and d.id = :id")
                .param("reference", reference.value())
                .param("id", id)
                .query(Documents::document)
                .optional();
    }

    /** @return its content; empty if it has been removed */
    public Optional<byte[]> contentOf(Document document) {
        return jdbc.sql("select content from case_document_content where document_id = :id")
                .param("id", document.id())
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    /** @return the document of the case with the same content, if it has not been removed */
    Optional<Document> same(CaseReference reference, byte[] sha256) {
        return jdbc.sql(SELECT + "and r.document_id is null and d.sha256 = :sha256 limit 1")
                .param("reference", reference.value())
                .param("sha256", sha256)
                .query(Documents::document)
                .optional();
    }

    /** Locks the documents of the case until the transaction ends. */
    void lock(CaseReference reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('case_document ' || :reference, 0))")
                .param("reference", reference.value())
                .query()
                .listOfRows();
    }

    void add(
            CaseReference reference,
            String name,
            DocumentKind kind,
            byte[] content,
            byte[] sha256,
            boolean scanned,
            String who) {
        jdbc.sql("""
                with added as (
                    insert into case_document (case_reference, name, kind, size, sha256, scanned, added_at, added_by)
                    values (:reference, :name, :kind, :size, :sha256, :scanned, :at, :who) returning id)
                insert into case_document_content (document_id, content) select id, :content from added""")
                .param("reference", reference.value())
                .param("name", name)
                .param("kind", kind.name())
                .param("size", content.length)
                .param("sha256", sha256)
                .param("scanned", scanned)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("content", content)
                .update();
    }

    /** @return false if it had already been removed */
    boolean remove(Document document, String reason, String who) {
        int removed = jdbc.sql("""
                insert into case_document_removal (document_id, reason, removed_at, removed_by)
                values (:id, :reason, :at, :who) on conflict do nothing""")
                .param("id", document.id())
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
        jdbc.sql("delete from case_document_content where document_id = :id")
                .param("id", document.id())
                .update();
        return removed == 1;
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
        return new Document(
                row.getLong("id"),
                new CaseReference(row.getString("case_reference")),
                row.getString("name"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getInt("size"),
                row.getBoolean("scanned"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                removed == null
                        ? null
                        : new Document.Removal(
                                removed.toInstant(), row.getString("removed_by"), row.getString("reason")));
    }
}
