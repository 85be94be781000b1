package org.rovingpm.linkedcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.engine.FormText;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.closure.WriteClosingReport.ObjectivesMet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The other cases, open and closed, of the practices of a case and of their neighbours in a merger: of the practices of the cases
 * that it is linked to as a part of one. The office is told of them, without those that are hidden from the reader.
 */
@Repository
public class OtherCases {

    /** More than that is no outline any more; the list of cases has them all. */
    static final int MOST = 20;

    private static final String OTHERS = """
        with own as (select p.ods_code from published_case_practice p where p.case_reference = :reference),
        hidden as (select h.case_reference from published_hidden_cases(:reader, :today) h),
        neighbours as (
            select p.ods_code from published_case_practice p
              join case_link l on l.kind = 'MERGER' and l.ended_at is null
               and p.case_reference = case when l.from_case = :reference then l.to_case else l.from_case end
             where :reference in (l.from_case, l.to_case) and p.case_reference not in (select case_reference from hidden)),
        found as (
            select p.case_reference, bool_or(p.ods_code in (select ods_code from own)) as own
              from published_case_practice p
             where p.ods_code in (select ods_code from own union select ods_code from neighbours)
               and p.case_reference <> :reference
             group by p.case_reference)
        select o.reference, o.practices, f.own, o.stage, o.rag, o.requested_at, o.closed_at, r.objectives_met, a.case_reference is not null as advice_only, d.survivor
          from found f
          join published_listed_case o on o.reference = f.case_reference
          left join published_closing_report r on r.case_reference = o.reference
          left join published_advised_case a on a.case_reference = o.reference
          left join published_duplicate_case d on d.duplicate = o.reference
               and d.survivor not in (select case_reference from hidden)
         where o.reference not in (select case_reference from hidden)
         order by o.open desc, f.own desc, o.requested_at desc, o.reference desc limit :most""";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    OtherCases(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /** @return open ones first, then those of the same practice, the latest first, at most 20; none for whoever is not of the office */
    public List<OtherCase> of(CaseReference reference, CaseReader reader) {
        if (!reader.office()) {
            return List.of();
        }
        return jdbc.sql(OTHERS)
                .param("reference", reference.value())
                .param("reader", reader.person())
                .param("today", hiddenCases.today())
                .param("most", MOST)
                .query(OtherCases::other)
                .list();
    }

    /** @return as {@link #of}, for a form, as Markdown; null where there are none */
    public String inWords(CaseReference reference, CaseReader reader) {
        List<OtherCase> others = of(reference, reader);
        return others.isEmpty() ? null : others.stream().map(OtherCases::line).collect(Collectors.joining("\n"));
    }

    private static String line(OtherCase other) {
        return "- [%s](/cases/%s) · %s · %s · RAG %s · %s%s"
                .formatted(
                        FormText.escaped(other.reference()),
                        other.reference(),
                        FormText.escaped(other.practice()),
                        other.stage().label(),
                        other.rating().toLowerCase(Locale.ROOT),
                        other.when(),
                        other.outcome() == null ? "" : " · " + FormText.escaped(other.outcome()));
    }

    private static OtherCase other(ResultSet row, int number) throws SQLException {
        String rag = row.getString("rag");
        String met = row.getString("objectives_met");
        return new OtherCase(
                row.getString("reference"),
                List.of((String[]) row.getArray("practices").getArray()),
                row.getBoolean("own"),
                CaseStage.valueOf(row.getString("stage")),
                rag == null ? null : Rag.valueOf(rag),
                instant(row, "requested_at"),
                instant(row, "closed_at"),
                met == null ? null : ObjectivesMet.valueOf(met).label(),
                row.getBoolean("advice_only"),
                row.getString("survivor"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
