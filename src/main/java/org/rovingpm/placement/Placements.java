package org.rovingpm.placement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All placements, active and ended. */
@Repository
public class Placements {

    private final JdbcClient jdbc;

    Placements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the placement of the PM who is at the practice now */
    public Optional<Placement> active(CaseReference reference) {
        return jdbc.sql("select * from placement where case_reference = :reference and ended_on is null")
                .param("reference", reference.value())
                .query(Placements::placement)
                .optional();
    }

    /** @return the active placement, or a refusal that says there is none */
    public Placement get(CaseReference reference) {
        return active(reference)
                .orElseThrow(() -> new Refusal("Case %s has no PM at the moment.".formatted(reference)));
    }

    /** @return the case's placements, oldest first, at most 50 */
    public List<Placement> of(CaseReference reference) {
        return jdbc.sql("select * from placement where case_reference = :reference order by id limit 50")
                .param("reference", reference.value())
                .query(Placements::placement)
                .list();
    }

    /** Whether any PM of the case has reported a first visit. */
    public boolean visited(CaseReference reference) {
        return jdbc.sql("""
                select exists (select from first_visit v join placement p on p.id = v.placement_id
                where p.case_reference = :reference)""")
                .param("reference", reference.value())
                .query(Boolean.class)
                .single();
    }

    long add(CaseReference reference, String pm, LocalDate startedOn, BigDecimal sessionsAWeek, LocalDate expectedEnd) {
        return jdbc.sql("""
                insert into placement (case_reference, pm, started_on, sessions_a_week, expected_end_on)
                values (:reference, :pm, :startedOn, :sessions, :expectedEnd) returning id""")
                .param("reference", reference.value())
                .param("pm", pm)
                .param("startedOn", startedOn)
                .param("sessions", sessionsAWeek)
                .param("expectedEnd", expectedEnd)
                .query(Long.class)
                .single();
    }

    void end(Placement placement, LocalDate on, EndReason reason) {
        jdbc.sql("update placement set ended_on = :on, end_reason = :reason where id = :id and ended_on is null")
                .param("on", on)
                .param("reason", reason.name())
                .param("id", placement.id())
                .update();
    }

    /** Changes the sessions and the expected end of the placement to those that have been agreed since. */
    public void adjust(long placement, BigDecimal sessionsAWeek, LocalDate expectedEnd) {
        jdbc.sql("""
                update placement set sessions_a_week = :sessions, expected_end_on = greatest(:end, started_on)
                where id = :id""")
                .param("sessions", sessionsAWeek)
                .param("end", expectedEnd)
                .param("id", placement)
                .update();
    }

    private static Placement placement(ResultSet row, int number) throws SQLException {
        String reason = row.getString("end_reason");
        return new Placement(
                row.getLong("id"),
                new CaseReference(row.getString("case_reference")),
                row.getString("pm"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                reason == null ? null : EndReason.valueOf(reason),
                row.getBigDecimal("sessions_a_week"),
                row.getObject("expected_end_on", LocalDate.class));
    }
}
