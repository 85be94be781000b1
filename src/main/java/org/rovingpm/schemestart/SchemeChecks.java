package org.rovingpm.schemestart;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What only a person can judge, and who has looked at it last. */
@Repository
public class SchemeChecks {

    private final JdbcClient jdbc;
    private final Clock clock;

    SchemeChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a person judges. */
    public enum Item {
        TEMPLATES,
        LIMITS
    }

    /** When it was looked at, and by whom. */
    public record Check(Instant at, String by) {}

    public Optional<Check> find(Item item) {
        return jdbc.sql("select checked_at, checked_by from scheme_check where item = :item")
                .param("item", item.name())
                .query((row, number) -> new Check(
                        row.getObject("checked_at", OffsetDateTime.class).toInstant(), row.getString("checked_by")))
                .optional();
    }

    /** Records that somebody has looked at it now. */
    @Transactional
    public void check(Item item, String who) {
        jdbc.sql("""
                insert into scheme_check (item, checked_at, checked_by) values (:item, :at, :who)
                on conflict (item) do update set checked_at = excluded.checked_at, checked_by = excluded.checked_by""")
                .param("item", item.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }
}
