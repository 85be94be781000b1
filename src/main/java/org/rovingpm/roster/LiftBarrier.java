package org.rovingpm.roster;

import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what keeps a PM from a practice. That there was one, who ended it and why stays on the record. */
@Component
public class LiftBarrier {

    private final JdbcClient jdbc;
    private final Clock clock;

    LiftBarrier(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Ends it from today on. Refuses where none is in force, and to end what bars oneself: whether somebody is partial is
     * for others to judge.
     *
     * @param who user id of the person who ends it
     */
    @Transactional
    public void end(String pm, OdsCode practice, Barrier bar, String reason, String who) {
        if (pm.equals(who)) {
            throw new Refusal(
                    "endedPractice", "You cannot end what keeps yourself from a practice: ask a colleague to do it.");
        }
        if (end(bar, pm, practice, reason, who) == 0) {
            throw new Refusal(
                    "endedPractice",
                    "There is no %s between %s and practice %s: check the code and what has ended."
                            .formatted(bar.label(), pm, practice));
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
