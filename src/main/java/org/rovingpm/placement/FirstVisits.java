package org.rovingpm.placement;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The introductions of PMs to practices, and what they found at their first visits. */
@Repository
public class FirstVisits {

    private final JdbcClient jdbc;
    private final Clock clock;

    FirstVisits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the first visit of the latest PM */
    Optional<FirstVisit> latest(CaseReference reference) {
        return jdbc.sql("""
                select v.* from first_visit v join placement p on p.id = v.placement_id
                where p.case_reference = :reference order by p.id desc limit 1""")
                .param("reference", reference.value())
                .query((row, number) -> new FirstVisit(
                        row.getObject("visited_on", LocalDate.class),
                        row.getString("findings"),
                        row.getBoolean("needs_confirmed"),
                        Rag.valueOf(row.getString("rag_now")),
                        row.getString("rag_reason"),
                        row.getString("reported_by")))
                .optional();
    }

    Optional<LocalDate> introducedOn(Placement placement) {
        return jdbc.sql("select introduced_on from introduction where placement_id = :id")
                .param("id", placement.id())
                .query(LocalDate.class)
                .optional();
    }

    /** @return the day of the first visit as PM and practice agreed it */
    public Optional<LocalDate> plannedFor(Placement placement) {
        return jdbc.sql("select first_visit_on from introduction where placement_id = :id")
                .param("id", placement.id())
                .query(LocalDate.class)
                .optional();
    }

    /** @return what the coordinator wrote for the PM */
    Optional<String> notesFor(Placement placement) {
        return jdbc.sql("select notes from introduction where placement_id = :id and notes is not null")
                .param("id", placement.id())
                .query(String.class)
                .optional();
    }

    void add(Placement placement, IntroducePm.Form form, String who) {
        jdbc.sql("""
                insert into introduction (placement_id, introduced_on, how, first_visit_on, notes, recorded_at, recorded_by)
                values (:id, :on, :how, :firstVisit, :notes, :at, :who)""")
                .param("id", placement.id())
                .param("on", form.introducedOn())
                .param("how", form.how().code())
                .param("firstVisit", form.firstVisitOn())
                .param("notes", form.notes(), Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    void add(Placement placement, FirstVisit visit) {
        jdbc.sql("""
                insert into first_visit (placement_id, visited_on, findings, needs_confirmed, rag_now, rag_reason, reported_at, reported_by)
                values (:id, :on, :findings, :confirmed, :rag, :ragReason, :at, :who)""")
                .param("id", placement.id())
                .param("on", visit.visitedOn())
                .param("findings", visit.findings())
                .param("confirmed", visit.needsConfirmed())
                .param("rag", visit.ragNow().name())
                .param("ragReason", visit.ragReason(), Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", visit.reportedBy())
                .update();
    }
}
