package org.rovingpm.linkedcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.answer.JoinedCases;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links between cases. For somebody who may not see the case at one end a link does not exist. */
@Repository
public class CaseLinks implements JoinedCases {

    private static final int MOST = 100;

    private static final String SEEN = """
        select k.id, k.kind, k.from_side, k.reason, k.linked_at, k.linked_by, k.ended_at, k.ended_by, k.end_reason,
               o.reference, o.practices, o.stage, o.rag
          from (select l.*, true as from_side, l.to_case as other from case_link l where l.from_case = :reference
                union all
                select l.*, false, l.from_case from case_link l where l.to_case = :reference) k
          join published_listed_case o on o.reference = k.other
         where o.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
           and (:office or exists (select from published_placement p
                    where p.case_reference = o.reference and p.pm = :reader and p.ended_on is null))""";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;
    private final Clock clock;

    CaseLinks(JdbcClient jdbc, HiddenCases hiddenCases, Clock clock) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
        this.clock = clock;
    }

    /** @return the cases that this one is or was linked to, as far as the reader may see them; ended links last, at most 100 */
    public List<LinkedCase> of(CaseReference reference, CaseReader reader) {
        return seen(reference, reader, " order by k.ended_at is not null, k.linked_at desc, k.id desc limit " + MOST)
                .query(CaseLinks::linked)
                .list();
    }

    /** @return the link, if it is one of this case and the reader may see the other one */
    public Optional<LinkedCase> find(CaseReference reference, long id, CaseReader reader) {
        return seen(reference, reader, " and k.id = :id")
                .param("id", id)
                .query(CaseLinks::linked)
                .optional();
    }

    private JdbcClient.StatementSpec seen(CaseReference reference, CaseReader reader, String rest) {
        return jdbc.sql(SEEN + rest)
                .param("reference", reference.value())
                .param("reader", reader.person())
                .param("today", hiddenCases.today())
                .param("office", reader.office());
    }

    /**
     * @return the cases that were closed as duplicates of this one, without those that are hidden from the reader. What they hold is
     *     part of this one, so its PM sees them too.
     */
    public List<CaseReference> duplicatesOf(CaseReference reference, String reader) {
        return jdbc
                .sql("""
                select l.from_case from case_link l
                where l.to_case = :reference and l.kind = 'DUPLICATE'
                  and l.from_case not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
                order by l.id limit 100""")
                .param("reference", reference.value())
                .param("reader", reader)
                .param("today", hiddenCases.today())
                .query(String.class)
                .list()
                .stream()
                .map(CaseReference::new)
                .toList();
    }

    /** Whether the case was closed as a duplicate of another. */
    public boolean isDuplicate(CaseReference reference) {
        return survivorOfAnyKind(reference).isPresent();
    }

    /** Only people who are named on a confidential case learn of it: to the practice's links it does not exist. */
    @Override
    public Optional<CaseReference> survivorOf(CaseReference reference) {
        return survivorOfAnyKind(reference).filter(survivor -> !isConfidential(survivor));
    }

    private Optional<CaseReference> survivorOfAnyKind(CaseReference reference) {
        return jdbc.sql("select to_case from case_link where from_case = :reference and kind = 'DUPLICATE'")
                .param("reference", reference.value())
                .query(String.class)
                .optional()
                .map(CaseReference::new);
    }

    boolean isConfidential(CaseReference reference) {
        return jdbc.sql("select exists (select from published_confidential_case where case_reference = :reference)")
                .param("reference", reference.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the two are linked like that now, whichever way. */
    boolean holds(LinkKind kind, CaseReference one, CaseReference other) {
        return jdbc.sql("""
                select exists (
                    select from case_link where kind = :kind and ended_at is null
                       and least(from_case, to_case) = least(:one, :other) and greatest(from_case, to_case) = greatest(:one, :other))""")
                .param("kind", kind.name())
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    void add(LinkKind kind, CaseReference from, CaseReference to, String reason, String who) {
        jdbc.sql("""
                insert into case_link (kind, from_case, to_case, reason, linked_at, linked_by)
                values (:kind, :from, :to, :reason, :at, :who)""")
                .param("kind", kind.name())
                .param("from", from.value())
                .param("to", to.value())
                .param("reason", reason)
                .param("at", now())
                .param("who", who)
                .update();
    }

    /** @return false if it has been ended before */
    boolean end(long id, String reason, String who) {
        return jdbc.sql("""
                update case_link set ended_at = :at, ended_by = :who, end_reason = :reason where id = :id and ended_at is null""")
                        .param("at", now())
                        .param("who", who)
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LinkedCase linked(ResultSet row, int number) throws SQLException {
        String rag = row.getString("rag");
        return new LinkedCase(
                row.getLong("id"),
                LinkKind.valueOf(row.getString("kind")),
                row.getBoolean("from_side"),
                new CaseReference(row.getString("reference")),
                List.of((String[]) row.getArray("practices").getArray()),
                CaseStage.valueOf(row.getString("stage")),
                rag == null ? null : Rag.valueOf(rag),
                row.getString("reason"),
                instant(row, "linked_at"),
                row.getString("linked_by"),
                instant(row, "ended_at"),
                row.getString("ended_by"),
                row.getString("end_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
