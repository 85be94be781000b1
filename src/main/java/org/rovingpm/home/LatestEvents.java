package org.rovingpm.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.hiddencase.HiddenCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the timelines of the cases that somebody may see say last: of the office all, of a PM those they support now. */
@Repository
public class LatestEvents {

    private static final String OF_ALL = """
        select e.id, e.recorded_at, e.case_reference, e.recorded_by, e.what from published_timeline_entry e
         where e.recorded_at >= :since and e.recorded_at <= :now and %s
         order by e.recorded_at desc, e.id desc offset :first limit :most""";

    /** One case after another, each by the index of its timeline. */
    private static final String OF_PM = """
        select e.* from published_placement s cross join lateral (
            select e.id, e.recorded_at, e.case_reference, e.recorded_by, e.what from published_timeline_entry e
             where e.case_reference = s.case_reference and e.recorded_at >= :since and e.recorded_at <= :now
             order by e.id desc limit :end) e
         where s.pm = :reader and s.ended_on is null and %s
         order by e.recorded_at desc, e.id desc offset :first limit :most""";

    private static final String VISIBLE =
            "e.case_reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;
    private final Clock clock;

    LatestEvents(JdbcClient jdbc, HiddenCases hiddenCases, Clock clock) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
        this.clock = clock;
    }

    /**
     * @param since nothing that is older
     * @param first how many to skip
     * @return the latest first
     */
    public List<Happened> of(CaseReader reader, Instant since, int first, int most) {
        Map<String, Object> values = new HashMap<>();
        values.put("reader", reader.person());
        values.put("today", hiddenCases.today());
        values.put("since", since.atOffset(ZoneOffset.UTC));
        values.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        values.put("first", first);
        values.put("most", most);
        values.put("end", first + most);
        return jdbc.sql("""
                select e.*, l.practices from (%s) e join published_listed_case l on l.reference = e.case_reference
                 order by e.recorded_at desc, e.id desc""".formatted((reader.office() ? OF_ALL : OF_PM).formatted(VISIBLE)))
                .params(values)
                .query(LatestEvents::happened)
                .list();
    }

    private static Happened happened(ResultSet row, int number) throws SQLException {
        return new Happened(
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("case_reference"),
                List.of((String[]) row.getArray("practices").getArray()),
                row.getString("recorded_by"),
                row.getString("what"));
    }
}
