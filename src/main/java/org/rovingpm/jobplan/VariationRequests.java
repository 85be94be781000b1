package org.rovingpm.jobplan;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Variations of plans that were requested; at most one a case is open. */
@Repository
public class VariationRequests {

    private final JdbcClient jdbc;
    private final Clock clock;

    VariationRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the reason for the open request; empty if there is none */
    public Optional<String> open(CaseReference reference) {
        return jdbc.sql("select reason from variation_request where case_reference = :reference and closed_at is null")
                .param("reference", reference.value())
                .query(String.class)
                .optional();
    }

    void add(CaseReference reference, String reason, String who) {
        jdbc.sql("""
                insert into variation_request (case_reference, reason, asked_at, asked_by)
                values (:reference, :reason, :at, :who)""")
                .param("reference", reference.value())
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    /** Closes the open request: its variation has taken effect, or will not. */
    void close(CaseReference reference) {
        jdbc.sql("update variation_request set closed_at = :at where case_reference = :reference and closed_at is null")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reference", reference.value())
                .update();
    }
}
