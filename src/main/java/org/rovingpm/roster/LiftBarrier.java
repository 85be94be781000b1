package org.rovingpm.roster;

import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lifts what keeps a PM from a practice. The barrier, who lifted it and why stay on record. */
@Component
public class LiftBarrier {

    private final JdbcClient jdbc;
    private final DeclareInterest declareInterest;
    private final PersonDirectory people;
    private final Clock clock;

    LiftBarrier(JdbcClient jdbc, DeclareInterest declareInterest, PersonDirectory people, Clock clock) {
        this.jdbc = jdbc;
        this.declareInterest = declareInterest;
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
        if (!end(bar, pm, practice, reason, who)) {
            throw new Refusal(
                    "endedPractice",
                    "There is no %s between %s and practice %s: check the code, and what you want to end."
                            .formatted(bar.label(), people.nameOf(pm), practice));
        }
    }

    private boolean end(Barrier bar, String pm, OdsCode practice, String reason, String who) {
        return switch (bar) {
            case INTEREST -> declareInterest.end(pm, practice, reason, who);
            case PM_BLOCK -> unblock(Block.Side.PM, pm, practice, reason, who);
            case PRACTICE_BLOCK -> unblock(Block.Side.PRACTICE, pm, practice, reason, who);
        };
    }

    private boolean unblock(Block.Side side, String pm, OdsCode practice, String reason, String who) {
        return jdbc.sql("""
                update block set ended_on = :today, ended_by = :who, end_reason = :reason
                where pm = :pm and ods_code = :practice and side = :side and ended_on is null""")
                        .param("today", LocalDate.now(clock))
                        .param("who", who)
                        .param("reason", reason)
                        .param("pm", pm)
                        .param("practice", practice.value())
                        .param("side", side.name())
                        .update()
                == 1;
    }
}
