package org.rovingpm.engine.call;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answered calls with an effect, by their idempotency keys. Each is saved on its own as soon as the answer arrives,
 * so that a step that fails afterwards and is retried does not call again.
 */
@Component
class AnsweredCalls {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    AnsweredCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public boolean has(String key) {
        return jdbc.sql("select count(*) from answered_call where key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add(String key) {
        jdbc.sql("delete from answered_call where answered_at < :forgotten")
                .param("forgotten", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into answered_call (key, answered_at) values (:key, :at) on conflict do nothing")
                .param("key", key)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
