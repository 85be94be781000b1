package org.rovingpm.matching;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.practice.Position;
import org.rovingpm.roster.DeclaredInterests;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.HelpKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks everything that a search wants to know of the roster, in one question for all PMs. */
@Repository
class RosterQuery {

    /**
     * A placement that has outlived its expected end has no known end; one whose end lies ahead takes sessions until then.
     * Offers without an answer take them too, so that the same session is never offered twice.
     */
    private static final String QUESTION = """
        with recent as (
            select pm,
                   sum(sessions_a_week) filter (where started_on < :until and (ended_on > :from or ended_on is null
                       and (expected_end is null or expected_end < :today or expected_end > :from))) as taken,
                   sum(sessions_a_week::float8 * (least(coalesce(ended_on, :today), :today) - greatest(started_on, :yearAgo)) / 7)
                       filter (where started_on < :today) as worked
              from placement
             where (ended_on is null or ended_on > :yearAgo) and (:pm::text is null or pm = :pm)
             group by pm),
        offered as (
            select pm, sum(sessions_a_week) as taken from offer
             where answer = 'OPEN' and case_reference <> :reference and starts_on < :until and ends_on > :from
             group by pm),
        known as (
            select p.pm, max(p.ended_on) filter (where c.reference = :reference) as left_case,
                   max(coalesce(p.ended_on, :today)) filter (where c.reference <> :reference
                       and p.end_reason is distinct from 'PRACTICE_WANTED_ANOTHER') as last_at_practice
              from support_case c join placement p on p.case_reference = c.reference
             where c.ods_code = :practice
             group by p.pm),
        interest as (
            select pm, min(declared_at at time zone :zone)::date as declared from declared_interest
             where ods_code = :practice and %s
             group by pm),
        blocked as (
            select pm, bool_or(side = 'PM') as by_pm, bool_or(side = 'PRACTICE') as by_practice from block
             where ods_code = :practice and (until is null or until >= :today)
             group by pm),
        answered as (
            select distinct on (pm) pm, answer, (answered_at at time zone :zone)::date as answered_on from offer
             where case_reference = :reference and answer in ('DECLINED', 'EXPIRED', 'INTEREST_DECLARED')
             order by pm, id desc),
        skilled as (
            select pm, array_agg(kind) as kinds from roving_pm_skill
             where kind = any(:kinds) and (:pm::text is null or pm = :pm)
             group by pm)
        select r.user_id, r.name, r.status, r.sessions_a_week, r.dbs_valid_until, r.agreement_valid_until,
               coalesce(recent.taken, 0) + coalesce(offered.taken, 0) as taken, coalesce(recent.worked, 0) as worked,
               coalesce(exact.latitude, around.latitude) as latitude, coalesce(exact.longitude, around.longitude) as longitude,
               exact.postcode is null as approximate, skilled.kinds, interest.declared, blocked.by_pm, blocked.by_practice,
               known.last_at_practice, known.left_case, answered.answer, answered.answered_on
          from roving_pm r
          left join recent on recent.pm = r.user_id
          left join offered on offered.pm = r.user_id
          left join known on known.pm = r.user_id
          left join interest on interest.pm = r.user_id
          left join blocked on blocked.pm = r.user_id
          left join answered on answered.pm = r.user_id
          left join skilled on skilled.pm = r.user_id
          left join postcode_position exact on exact.postcode = r.home_postcode
          left join outcode_position around on around.outcode = split_part(r.home_postcode, ' ', 1)
         where case when :pm::text is null then r.status <> 'LEFT' else r.user_id = :pm end""".formatted(DeclaredInterests.IN_FORCE);

    private final JdbcClient jdbc;

    RosterQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return all PMs who have not left the scheme */
    List<PmProfile> all(Vacancy search) {
        return ask(search, null);
    }

    /** @return this PM, even if they have left */
    Optional<PmProfile> one(Vacancy search, String pm) {
        return ask(search, pm).stream().findFirst();
    }

    private List<PmProfile> ask(Vacancy search, String pm) {
        return jdbc.sql(QUESTION)
                .param("reference", search.reference().value())
                .param("practice", search.practice().value())
                .param("kinds", search.kinds().stream().map(Enum::name).toArray(String[]::new), Types.ARRAY)
                .param("from", search.from())
                .param("until", search.until())
                .param("today", search.today())
                .param("yearAgo", search.today().minusYears(1))
                .param("zone", SchemeTime.ZONE.getId())
                .param("pm", pm, Types.VARCHAR)
                .query(RosterQuery::facts)
                .list();
    }

    private static PmProfile facts(ResultSet row, int number) throws SQLException {
        String answer = row.getString("answer");
        return new PmProfile(
                row.getString("user_id"),
                row.getString("name"),
                RosterStatus.valueOf(row.getString("status")),
                row.getBigDecimal("sessions_a_week"),
                row.getBigDecimal("taken"),
                row.getDouble("worked"),
                date(row, "dbs_valid_until"),
                date(row, "agreement_valid_until"),
                home(row),
                kinds(row.getArray("kinds")),
                date(row, "declared"),
                row.getBoolean("by_pm"),
                row.getBoolean("by_practice"),
                date(row, "last_at_practice"),
                date(row, "left_case"),
                answer == null ? null : OfferStatus.valueOf(answer),
                date(row, "answered_on"));
    }

    private static Position home(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        return row.wasNull() ? null : new Position(latitude, row.getDouble("longitude"), row.getBoolean("approximate"));
    }

    private static Set<HelpKind> kinds(Array kinds) throws SQLException {
        Set<HelpKind> read = EnumSet.noneOf(HelpKind.class);
        if (kinds != null) {
            Arrays.stream((String[]) kinds.getArray()).map(HelpKind::valueOf).forEach(read::add);
        }
        return read;
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
