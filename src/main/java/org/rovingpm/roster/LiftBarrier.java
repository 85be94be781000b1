package org.rovingpm.roster;

import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lifts what keeps a PM from a practice. The barrier, who lifted it and why stay on record. */
@Component
public class LiftBarrier {

    private final JdbcClient jdbc;
    private final PersonDirectory people;
    private final Clock clock;

    LiftBarrier(JdbcClient jdbc, PersonDirectory people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Lifts it from today. Refuses if none is in force, and refuses a PM who lifts their own: others judge whether
     * they are impartial.
     *
     * @param who user id of the person who lifts it
     */
    @Transactional
    public void end(String pm, OdsCode practice, Barrier bar, String reason, String who) {
        if (pm.equals(who)) {
            throw new Refusal("endedPractice", "You cannot lift your own barrier: ask a colleague to do it.");
        }
        if (end(bar, pm, practice, reason, who) == 0) {
            throw new Refusal(
                    "endedPractice",
                    "There is no %s between %s and practice %s: check the code, and what you want to end."
                            .formatted(bar.label(), people.nameOf(pm), practice));
        }
    }

    private int end(Barrier bar, String pm, OdsCode practice, String reason, String who) {
        LocalDate today = LocalDate.now(clock);
        return switch (bar) {
            case INTEREST ->
                jdbc.sql("""
                    update declared_interest set ended_on = :today, ended_by = :who, end_reason = :reason
                    where pm = :pm and ods_code = :practice and ended_on is null""")
                        .param("today", today)
                        .param("who", who)
                        .param("reason", reason)
                        .param("pm", pm)
                        .param("practice", practice.value())
                        .update();
            case PM_BLOCK, PRACTICE_BLOCK ->
                jdbc.sql("""
                    update block set ended_on = :today, ended_by = :who, end_reason = :reason
                    where pm = :pm and ods_code = :practice and side = :side and ended_on is null""")
                        .param("today", today)
                        .param("who", who)
                        .param("reason", reason)
                        .param("pm", pm)
                        .param("practice", practice.value())
                        .param("side", (bar == Barrier.PM_BLOCK ? Block.Side.PM : Block.Side.PRACTICE).name())
                        .update();
        };
    }
}
