package org.rovingpm.roster;

import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.practice.OdsCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that a PM and a practice must not be matched, because one of them does not want it. */
@Component
public class Block {

    /** Who does not want to be matched with the other. */
    public enum Side {
        PM,
        PRACTICE
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Block(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Applies from today until it is lifted. Does nothing if the same side has a block already. */
    @Transactional
    public void block(String pm, OdsCode practice, Side side, String reason, String who) {
        jdbc.sql("""
                insert into block (pm, ods_code, side, reason, started_on, blocked_by)
                values (:pm, :practice, :side, :reason, :today, :who)
                on conflict (ods_code, pm, side) where ended_on is null do nothing""")
                .param("pm", pm)
                .param("practice", practice.value())
                .param("side", side.name())
                .param("reason", reason)
                .param("today", LocalDate.now(clock))
                .param("who", who)
                .update();
    }
}
