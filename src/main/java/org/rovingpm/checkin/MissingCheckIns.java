package org.rovingpm.checkin;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.rovingpm.placement.Placement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done about weeks that were not reported in time; each step of a week happens once. */
@Repository
class MissingCheckIns {

    /** The steps taken about a missing check-in, in their order. */
    enum Step {
        REMINDER,
        CHASE,
        ESCALATION
    }

    /** One step, as forms show it. */
    record TakenStep(String who, Instant when, String outcome, String note) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    MissingCheckIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<TakenStep> of(Placement placement, LocalDate weekEnding) {
        return jdbc.sql(
                        "select * from missing_check_in_step where placement_id = :placement and week_ending = :week order by recorded_at, step desc")
                .param("placement", placement.id())
                .param("week", weekEnding)
                .query((row, number) -> new TakenStep(
                        row.getString("recorded_by"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("outcome"),
                        row.getString("note")))
                .list();
    }

    /** @return whether this step had not been taken before */
    boolean add(Placement placement, LocalDate weekEnding, Step step, String outcome, String note, String who) {
        return jdbc.sql("""
                insert into missing_check_in_step (placement_id, week_ending, step, recorded_at, recorded_by, outcome, note)
                values (:placement, :week, :step, :at, :who, :outcome, :note) on conflict do nothing""")
                        .param("placement", placement.id())
                        .param("week", weekEnding)
                        .param("step", step.name())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("who", who)
                        .param("outcome", outcome, Types.VARCHAR)
                        .param("note", note, Types.VARCHAR)
                        .update()
                == 1;
    }
}
