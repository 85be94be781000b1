package org.rovingpm.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rovingpm.choice.Choice;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each case needs. Every change is a new version, and earlier ones stay. */
@Repository
public class Needs {

    private final JdbcClient jdbc;
    private final HelpKinds helpKinds;
    private final Clock clock;

    Needs(JdbcClient jdbc, HelpKinds helpKinds, Clock clock) {
        this.jdbc = jdbc;
        this.helpKinds = helpKinds;
        this.clock = clock;
    }

    /** @return the need in force; a case whose request has not been accepted has none */
    public Optional<Need> find(CaseReference reference) {
        List<HelpKind> kinds = helpKinds.all();
        return jdbc.sql("""
                select *, array(select kind from need_help_kind where need_id = id) as help_kinds from need
                where case_reference = :reference order by id desc limit 1""")
                .param("reference", reference.value())
                .query((row, number) -> need(row, kinds))
                .optional();
    }

    /** @return the need in force of a case whose request has been accepted */
    public Need latest(CaseReference reference) {
        return find(reference)
                .orElseThrow(() -> new IllegalStateException("Case %s has no assessed need".formatted(reference)));
    }

    public void add(CaseReference reference, Need need, String who) {
        jdbc.sql("""
                with added as (
                    insert into need (case_reference, help_needed, sessions_a_week, starts_on, weeks, recorded_at, recorded_by)
                    values (:reference, :help, :sessions, :start, :weeks, :at, :who) returning id)
                insert into need_help_kind (need_id, kind) select id, unnest(:kinds) from added""")
                .param("reference", reference.value())
                .param("help", need.helpNeeded())
                .param("kinds", need.kinds().stream().map(HelpKind::code).toArray(String[]::new), Types.ARRAY)
                .param("sessions", need.sessionsAWeek())
                .param("start", need.start())
                .param("weeks", need.weeks())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    private static Need need(ResultSet row, List<HelpKind> kinds) throws SQLException {
        return new Need(
                row.getString("help_needed"),
                Choice.of(kinds, Arrays.asList((String[])
                        row.getArray("help_kinds").getArray())),
                row.getBigDecimal("sessions_a_week"),
                row.getObject("starts_on", LocalDate.class),
                row.getInt("weeks"));
    }
}
