package org.rovingpm.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.choice.Choice;
import org.rovingpm.practice.Postcode;
import org.rovingpm.supportcase.help.HelpKind;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The roster: every PM who works, has paused or has left. */
@Repository
public class RovingPms {

    private final JdbcClient jdbc;
    private final HelpKinds helpKinds;
    private final RosterRecord record;
    private final Clock clock;

    RovingPms(JdbcClient jdbc, HelpKinds helpKinds, RosterRecord record, Clock clock) {
        this.jdbc = jdbc;
        this.helpKinds = helpKinds;
        this.record = record;
        this.clock = clock;
    }

    public Optional<RovingPm> find(String userId) {
        List<HelpKind> kinds = helpKinds.all();
        return jdbc.sql("""
                select p.*, array(select kind from roving_pm_skill where pm = p.user_id) as skills
                from roving_pm p where user_id = :userId""")
                .param("userId", userId)
                .query((row, number) -> rovingPm(row, kinds))
                .optional();
    }

    /**
     * Locks the PM until the calling transaction ends, so that nobody else commits the same sessions meanwhile.
     *
     * @return whether there is such a PM
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(String userId) {
        return jdbc.sql("select true from roving_pm where user_id = :userId for no key update")
                .param("userId", userId)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Adds the PM, or replaces all of their entry except the day they joined; what differs goes on record. */
    @Transactional
    void save(RovingPm pm, String who) {
        Optional<RovingPm> before = find(pm.userId());
        jdbc.sql("""
                insert into roving_pm (user_id, name, email, status, home_postcode, sessions_a_week, dbs_valid_until,
                    agreement_valid_until, joined_on, changed_at, changed_by)
                values (:userId, :name, :email, :status, :home, :sessions, :dbs, :agreement, :joined, :at, :who)
                on conflict (user_id) do update set name = excluded.name, email = excluded.email, status = excluded.status,
                    home_postcode = excluded.home_postcode, sessions_a_week = excluded.sessions_a_week,
                    dbs_valid_until = excluded.dbs_valid_until, agreement_valid_until = excluded.agreement_valid_until,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .param("userId", pm.userId())
                .param("name", pm.name())
                .param("email", pm.email())
                .param("status", pm.status().name())
                .param("home", pm.home().value())
                .param("sessions", pm.sessionsAWeek())
                .param("dbs", pm.dbsValidUntil())
                .param("agreement", pm.agreementValidUntil())
                .param("joined", pm.joinedOn())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
        jdbc.sql("delete from roving_pm_skill where pm = :userId")
                .param("userId", pm.userId())
                .update();
        jdbc.sql("insert into roving_pm_skill (pm, kind) select :userId, unnest(:kinds)")
                .param("userId", pm.userId())
                .param("kinds", pm.skills().stream().map(HelpKind::code).toArray(String[]::new))
                .update();
        record.add(before.orElse(null), pm, who);
    }

    private static RovingPm rovingPm(ResultSet row, List<HelpKind> kinds) throws SQLException {
        return new RovingPm(
                row.getString("user_id"),
                row.getString("name"),
                row.getString("email"),
                RosterStatus.valueOf(row.getString("status")),
                new Postcode(row.getString("home_postcode")),
                row.getBigDecimal("sessions_a_week"),
                Set.copyOf(Choice.of(
                        kinds, Arrays.asList((String[]) row.getArray("skills").getArray()))),
                row.getObject("dbs_valid_until", LocalDate.class),
                row.getObject("agreement_valid_until", LocalDate.class),
                row.getObject("joined_on", LocalDate.class));
    }
}
