package org.rovingpm.roster;

import java.time.Clock;
import java.time.ZoneOffset;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records an interest of a PM in a practice (work, family, friends or money), and keeps them from it. */
@Component
public class DeclareInterest {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeclareInterest(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Refuses an interest without a reason. Does nothing if one is in force already. */
    @Transactional
    public void declare(String pm, OdsCode practice, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("reason", "Say what the interest is.");
        }
        jdbc.sql("""
                insert into declared_interest (pm, ods_code, reason, declared_at) values (:pm, :practice, :reason, :at)
                on conflict (ods_code, pm) where ended_on is null do nothing""")
                .param("pm", pm)
                .param("practice", practice.value())
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
