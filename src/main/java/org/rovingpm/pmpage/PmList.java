package org.rovingpm.pmpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.practice.Practices;
import org.rovingpm.roster.RosterStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Everybody on the roster with what they have to do. The sessions that are taken count whatever takes them, as in a shortlist: otherwise
 * they would be promised twice. Practices and reports are those of cases that the reader may see.
 */
@Repository
public class PmList {

    /** How long before its last day a credential is said to run out soon. */
    public static final int SOON_DAYS = 60;

    /** A placement that has passed its expected end is treated as without end, as in a shortlist. */
    private static final String TAKEN = """
        with taken as (
            select pm, sessions_a_week as sessions, true as placed, case when expected_end_on >= :today then expected_end_on + 1 end as free_from
              from published_placement where ended_on is null
            union all
            select pm, sessions_a_week, false, ends_on from published_open_offer),
        load as (
            select pm, sum(sessions) as taken, sum(sessions) filter (where placed) as placed from taken group by pm),
        freed as (
            select pm, free_from, sum(sessions) over (partition by pm order by free_from) as sessions
              from taken where free_from is not null),
        supported as (
            select p.pm, count(*) as practices, max(p.last_reported_at) as last_report from published_placement p
             where p.ended_on is null
               and p.case_reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
             group by p.pm),
        """;

    /** A week begins on a Monday: what is freed during one is free from the next. */
    private static final String LISTED = """
        listed as (
            select r.user_id, r.name, r.status, r.sessions_a_week as offered, r.dbs_valid_until, r.agreement_valid_until,
                   coalesce(l.placed, 0) as placed, r.sessions_a_week - coalesce(l.taken, 0) as free,
                   coalesce(s.practices, 0) as supported, s.last_report,
                   case when r.status <> 'ACTIVE' then null
                        when coalesce(l.taken, 0) < r.sessions_a_week then cast(:monday as date)
                        else (select date_trunc('week', min(f.free_from) + 6)::date from freed f
                               where f.pm = r.user_id and l.taken - f.sessions < r.sessions_a_week) end as next_free
              from published_pm r left join load l on l.pm = r.user_id left join supported s on s.pm = r.user_id
             where (:pm::text is null or r.user_id = :pm) and (:status::text is null or r.status = :status)
               and (:name::text is null or lower(r.name) like :name)
               and (:help::text is null or exists (select from published_pm_skill k where k.pm = r.user_id and k.kind = :help))
               and (not :expiring or least(r.dbs_valid_until, r.agreement_valid_until) < :soon)
               and (not :free or r.status = 'ACTIVE' and coalesce(l.taken, 0) < r.sessions_a_week))
        """;

    private static final String PAGE = """
        select page.*, array(
                   select l.practices[1] from published_placement p join published_listed_case l on l.reference = p.case_reference
                    where p.pm = page.user_id and p.ended_on is null
                      and p.case_reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
                    order by l.practices[1], l.reference limit :named) as practices,
               array(
                   select cardinality(l.practices) from published_placement p join published_listed_case l on l.reference = p.case_reference
                    where p.pm = page.user_id and p.ended_on is null
                      and p.case_reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
                    order by l.practices[1], l.reference limit :named) as sizes
          from (select *, count(*) over () as pms from listed order by %1$s offset :first limit :most) page
         order by %1$s""";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    PmList(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /**
     * Some PMs of an answer.
     *
     * @param count how many there are in all; 0 also where the page lies behind the last one
     */
    public record Found(List<ListedPm> pms, int count) {

        public Found {
            pms = List.copyOf(pms);
        }
    }

    /** @param reader user id of somebody of the office */
    public Found page(String reader, PmFilter filter, PmSorting sorting, int first, int most) {
        return query(reader, null, filter, sorting, first, most);
    }

    /** @param reader user id of somebody of the office, or of the PM */
    public Optional<ListedPm> find(String reader, String pm) {
        PmFilter everybody = new PmFilter(null, null, null, false, false);
        return query(reader, pm, everybody, PmSorting.USUAL, 0, 1).pms().stream()
                .findFirst();
    }

    /** @return the first day of which a credential that is valid until then does not run out soon */
    public LocalDate soon() {
        return hiddenCases.today().plusDays(SOON_DAYS);
    }

    private Found query(String reader, String pm, PmFilter filter, PmSorting sorting, int first, int most) {
        LocalDate today = hiddenCases.today();
        int[] count = {0};
        List<ListedPm> pms = jdbc.sql(TAKEN + LISTED + PAGE.formatted(sorting.orderBy()))
                .param("reader", reader)
                .param("today", today)
                .param("monday", today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .param("soon", soon())
                .param("pm", pm, Types.VARCHAR)
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name(),
                        Types.VARCHAR)
                .param("name", like(filter.name()), Types.VARCHAR)
                .param("help", filter.help(), Types.VARCHAR)
                .param("expiring", filter.expiring())
                .param("free", filter.free())
                .param("named", ListedPm.MOST_PRACTICES)
                .param("first", first)
                .param("most", most)
                .query((row, number) -> {
                    count[0] = row.getInt("pms");
                    return listed(row);
                })
                .list();
        return new Found(pms, count[0]);
    }

    private static String like(String typed) {
        return typed == null ? null : "%" + typed.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static ListedPm listed(ResultSet row) throws SQLException {
        OffsetDateTime report = row.getObject("last_report", OffsetDateTime.class);
        return new ListedPm(
                row.getString("user_id"),
                row.getString("name"),
                RosterStatus.valueOf(row.getString("status")),
                row.getBigDecimal("placed"),
                row.getBigDecimal("offered"),
                practices(row),
                row.getInt("supported"),
                row.getObject("next_free", LocalDate.class),
                report == null ? null : report.toInstant(),
                row.getObject("dbs_valid_until", LocalDate.class),
                row.getObject("agreement_valid_until", LocalDate.class));
    }

    /** @return the practices of each case in short */
    private static List<String> practices(ResultSet row) throws SQLException {
        String[] leading = (String[]) row.getArray("practices").getArray();
        Integer[] sizes = (Integer[]) row.getArray("sizes").getArray();
        return IntStream.range(0, leading.length)
                .mapToObj(at -> Practices.inShort(leading[at], sizes[at]))
                .toList();
    }
}
