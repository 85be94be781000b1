package org.rovingpm.matching.shortlist;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.database.SqlFile;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Position;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.help.HelpKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads everything a search needs from the roster, in one query for all PMs. */
@Repository
class RosterQuery {

    private static final String QUESTION = SqlFile.read(RosterQuery.class, "roster.sql");

    private final JdbcClient jdbc;

    RosterQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return all PMs who have not left the scheme */
    List<PmProfile> all(Vacancy search) {
        return query(search, null);
    }

    /** @return this PM, even if they have left */
    Optional<PmProfile> one(Vacancy search, String pm) {
        return query(search, pm).stream().findFirst();
    }

    private List<PmProfile> query(Vacancy search, String pm) {
        return jdbc.sql(QUESTION)
                .param("reference", search.reference().value())
                .param(
                        "practices",
                        search.practices().stream().map(OdsCode::value).toArray(String[]::new),
                        Types.ARRAY)
                .param("kinds", search.kinds().stream().map(HelpKind::code).toArray(String[]::new), Types.ARRAY)
                .param("from", search.from())
                .param("until", search.until())
                .param("today", search.today())
                .param("yearAgo", search.today().minusYears(1))
                .param("zone", SchemeTime.ZONE.getId())
                .param("pm", pm, Types.VARCHAR)
                .query((row, number) -> profile(row, search.kinds()))
                .list();
    }

    private static PmProfile profile(ResultSet row, List<HelpKind> needed) throws SQLException {
        String answer = row.getString("answer");
        return new PmProfile(
                row.getString("user_id"),
                row.getString("name"),
                RosterStatus.valueOf(row.getString("status")),
                row.getBigDecimal("sessions_a_week"),
                row.getBigDecimal("occupied"),
                row.getDouble("worked"),
                date(row, "dbs_valid_until"),
                date(row, "agreement_valid_until"),
                home(row),
                kinds(row.getArray("kinds"), needed),
                date(row, "declared"),
                date(row, "declared") == null && row.getBoolean("hidden"),
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

    private static Set<HelpKind> kinds(Array skills, List<HelpKind> needed) throws SQLException {
        Set<String> codes = skills == null ? Set.of() : Set.of((String[]) skills.getArray());
        return needed.stream().filter(kind -> codes.contains(kind.code())).collect(Collectors.toSet());
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
