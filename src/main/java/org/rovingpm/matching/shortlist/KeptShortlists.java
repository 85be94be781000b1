package org.rovingpm.matching.shortlist;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.matching.shortlist.KeptShortlist.Reason;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shortlists by which it was decided whom to offer a case, as they were then. They are never changed: the database sees to that. */
@Repository
public class KeptShortlists {

    private static final int MOST_SHOWN = 20;

    private final JdbcClient jdbc;

    KeptShortlists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps what the form lists of the ranking, and whoever was chosen.
     *
     * @param offeredTo user id; null where nobody was chosen
     */
    @Transactional
    public void keep(Ranking ranking, String offeredTo, String reason, String who, Instant at) {
        Shortlist shortlist = ranking.shortlist();
        long id = jdbc.sql("""
                insert into kept_shortlist (case_reference, decided_at, decided_by, offered_to, reason, suitable, unsuitable)
                values (:reference, :at, :who, :offeredTo, :reason, :suitable, :unsuitable) returning id""")
                .param("reference", ranking.search().reference().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("offeredTo", offeredTo, Types.VARCHAR)
                .param("reason", reason, Types.VARCHAR)
                .param("suitable", shortlist.countSuitable())
                .param("unsuitable", shortlist.unsuitable().size() + shortlist.moreUnsuitable())
                .query(Long.class)
                .single();
        List<Candidate> listed = new ArrayList<>(shortlist.suitable());
        if (offeredTo != null && listed.stream().noneMatch(one -> one.pm().equals(offeredTo))) {
            ranking.suitable(offeredTo).ifPresent(listed::add);
        }
        listed.forEach(candidate -> add(id, candidate, ranking.place(candidate.pm())));
        shortlist.unsuitable().forEach(candidate -> add(id, candidate, null));
    }

    private void add(long shortlist, Candidate candidate, Integer place) {
        jdbc.sql("""
                insert into kept_candidate (shortlist_id, pm, name, place, score)
                values (:shortlist, :pm, :name, :place, :score)""")
                .param("shortlist", shortlist)
                .param("pm", candidate.pm())
                .param("name", candidate.name())
                .param("place", place, Types.SMALLINT)
                .param("score", candidate.score())
                .update();
        List<Reason> reasons = Stream.concat(
                        candidate.unmet().stream().map(rule -> new Reason(rule.name(), null, rule.why())),
                        candidate.parts().stream()
                                .map(part -> new Reason(
                                        part.name(),
                                        part.points(),
                                        part.words().isEmpty() ? null : String.join("; ", part.words()))))
                .toList();
        jdbc.sql("""
                insert into kept_reason (shortlist_id, pm, position, part, points, words)
                select :shortlist, :pm, r.position, r.part, r.points, r.words
                  from unnest(cast(:parts as text[]), cast(:points as numeric[]), cast(:words as text[]))
                       with ordinality as r (part, points, words, position)""")
                .param("shortlist", shortlist)
                .param("pm", candidate.pm())
                .param("parts", reasons.stream().map(Reason::part).toArray(String[]::new), Types.ARRAY)
                .param("points", reasons.stream().map(Reason::points).toArray(BigDecimal[]::new), Types.ARRAY)
                .param("words", reasons.stream().map(Reason::words).toArray(String[]::new), Types.ARRAY)
                .update();
    }

    /** @return those of the case, the latest first, at most 20 */
    @Transactional(readOnly = true)
    public List<KeptShortlist> of(CaseReference reference) {
        return jdbc
                .sql("select * from kept_shortlist where case_reference = :reference order by id desc limit :most")
                .param("reference", reference.value())
                .param("most", MOST_SHOWN)
                .query((row, number) -> new KeptShortlist(
                        row.getLong("id"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by"),
                        row.getString("offered_to"),
                        row.getString("reason"),
                        row.getInt("suitable"),
                        row.getInt("unsuitable"),
                        List.of()))
                .list()
                .stream()
                .map(this::withRows)
                .toList();
    }

    private KeptShortlist withRows(KeptShortlist kept) {
        Map<String, KeptShortlist.Row> rows = new LinkedHashMap<>();
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        jdbc.sql("""
                select c.pm, c.name, c.place, c.score, r.part, r.points, r.words
                  from kept_candidate c join kept_reason r on r.shortlist_id = c.shortlist_id and r.pm = c.pm
                 where c.shortlist_id = :id order by c.place nulls last, c.score desc, c.name, c.pm, r.position""").param("id", kept.id()).query((ResultSet row) -> {
            String pm = row.getString("pm");
            rows.putIfAbsent(pm, row(row));
            reasons.computeIfAbsent(pm, key -> new ArrayList<>())
                    .add(new Reason(row.getString("part"), row.getBigDecimal("points"), row.getString("words")));
        });
        return new KeptShortlist(
                kept.id(),
                kept.at(),
                kept.who(),
                kept.offeredTo(),
                kept.reason(),
                kept.suitable(),
                kept.unsuitable(),
                rows.values().stream()
                        .map(row -> new KeptShortlist.Row(
                                row.pm(), row.name(), row.place(), row.score(), reasons.get(row.pm())))
                        .toList());
    }

    private static KeptShortlist.Row row(ResultSet row) throws SQLException {
        return new KeptShortlist.Row(
                row.getString("pm"),
                row.getString("name"),
                row.getObject("place", Integer.class),
                row.getBigDecimal("score"),
                List.of());
    }
}
