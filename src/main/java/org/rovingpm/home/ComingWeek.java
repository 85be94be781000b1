package org.rovingpm.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.hiddencase.HiddenCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the coming seven days bring, in cases that the reader may see. Each part begins at an index of days or of the PM. */
@Repository
public class ComingWeek {

    /** So many are shown. */
    static final int SHOWN = 15;

    /** Where a count stops. */
    public static final int MOST_COUNTED = 500;

    private static final int LAST_DAY = 6;

    private static final String COMING = """
        select c.kind, c.day, l.reference, l.practices, l.pm_name
          from (select 'FIRST_VISIT' as kind, v.first_visit_on as day, v.case_reference from published_planned_visit v
                 where v.first_visit_on between :today and :last
                union all
                select 'PLAN_ENDS', p.ends_on, p.case_reference from published_job_plan p
                 where p.status = 'IN_EFFECT' and p.ends_on between :today and :last
                union all
                select 'HOLD_ENDS', h.held_until, h.reference from published_case h
                 where h.closed_at is null and h.held_until between :today and :last) c
          join published_listed_case l on l.reference = c.case_reference
         where l.open and %s""";

    private static final String WEEKS = """
        select 'WEEK_TO_REPORT' as kind, cast(:friday as date) as day, l.reference, l.practices, l.pm_name
          from published_job_plan p
          join published_listed_case l on l.reference = p.case_reference
         where p.status = 'IN_EFFECT' and p.starts_on <= :friday and l.open and l.held_until is null and %s""";

    private static final String VISIBLE =
            "l.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)";

    private static final String SUPPORTED = VISIBLE + """
         and l.reference in (select s.case_reference from published_placement s where s.pm = :reader and s.ended_on is null)""";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    ComingWeek(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /**
     * What is coming.
     *
     * @param first what comes first; of the office without weeks to report, which all end on one day
     * @param count how many there are, at most {@value #MOST_COUNTED}
     * @param weeks how many weeks PMs will report on Friday, at most {@value #MOST_COUNTED}
     */
    public record Week(List<Coming> first, int count, int weeks, LocalDate friday) {

        public Week {
            first = List.copyOf(first);
        }

        /** Whether there may be more than were counted. */
        public boolean more() {
            return count >= MOST_COUNTED;
        }

        /** Whether there may be more weeks than were counted. */
        public boolean moreWeeks() {
            return weeks >= MOST_COUNTED;
        }
    }

    public Week of(CaseReader reader) {
        LocalDate today = hiddenCases.today();
        LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        Map<String, Object> values = new HashMap<>();
        values.put("reader", reader.person());
        values.put("today", today);
        values.put("last", today.plusDays(LAST_DAY));
        values.put("friday", friday);
        String seen = reader.office() ? VISIBLE : SUPPORTED;
        String weeks = WEEKS.formatted(seen);
        String coming = COMING.formatted(seen) + (reader.office() ? "" : " union all " + weeks);
        return new Week(
                jdbc.sql(coming + " order by day, reference, kind limit " + SHOWN)
                        .params(values)
                        .query(ComingWeek::coming)
                        .list(),
                count(coming, values),
                count(weeks, values),
                friday);
    }

    private int count(String sql, Map<String, Object> values) {
        return jdbc.sql("select count(*) from (%s limit %d) counted".formatted(sql, MOST_COUNTED))
                .params(values)
                .query(Integer.class)
                .single();
    }

    private static Coming coming(ResultSet row, int number) throws SQLException {
        return new Coming(
                Coming.Kind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                row.getString("reference"),
                List.of((String[]) row.getArray("practices").getArray()),
                row.getString("pm_name"));
    }
}
