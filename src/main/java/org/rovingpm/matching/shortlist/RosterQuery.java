package org.rovingpm.matching.shortlist;

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
import org.rovingpm.database.SqlFile;
import org.rovingpm.practice.Position;
import org.rovingpm.roster.RosterStatus;
import org.rovingpm.supportcase.HelpKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks everything that a search wants to know of the roster, in one question for all PMs. */
@Repository
class RosterQuery {

    private static final String QUESTION = SqlFile.read(RosterQuery.class, "roster.sql");

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
