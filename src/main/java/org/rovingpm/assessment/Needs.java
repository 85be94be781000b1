package org.rovingpm.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.HelpKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each case needs. Every change is a new version, and earlier ones stay. */
@Repository
public class Needs {

    private final JdbcClient jdbc;
    private final Clock clock;

    Needs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the need in force; a case whose request has not been accepted has none */
    public Optional<Need> find(CaseReference reference) {
        return jdbc.sql("select * from need where case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value())
                .query(Needs::need)
                .optional();
    }

    /** @return the need in force of a case whose request has been accepted */
    public Need latest(CaseReference reference) {
        return find(reference)
                .orElseThrow(() -> new IllegalStateException("Case %s has no assessed need".formatted(reference)));
    }

    public void add(CaseReference reference, Need need, String who) {
        jdbc.sql("""
                insert into need (case_reference, help_needed, help_kinds, sessions_a_week, starts_on, weeks, recorded_at, recorded_by)
                values (:reference, :help, :kinds, :sessions, :start, :weeks, :at, :who)""")
                .param("reference", reference.value())
                .param("help", need.helpNeeded())
                .param("kinds", need.kinds().stream().map(Enum::name).toArray(String[]::new), Types.ARRAY)
                .param("sessions", need.sessionsAWeek())
                .param("start", need.start())
                .param("weeks", need.weeks())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    private static Need need(ResultSet row, int number) throws SQLException {
        return new Need(
                row.getString("help_needed"),
                Arrays.stream((String[]) row.getArray("help_kinds").getArray())
                        .map(HelpKind::valueOf)
                        .toList(),
                row.getBigDecimal("sessions_a_week"),
                row.getObject("starts_on", LocalDate.class),
                row.getInt("weeks"));
    }
}
