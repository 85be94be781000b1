package org.rovingpm.matching;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The searches that ended without a PM, and what the practices were told. */
@Repository
class StoppedSearches {

    /**
     * What a practice reads.
     *
     * @param told         why nobody was found
     * @param signpostedTo where it can turn instead
     */
    record StoppedSearch(String told, String signpostedTo) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    StoppedSearches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(CaseReference reference, StoppedSearch search, String who) {
        jdbc.sql("""
                insert into stopped_search (case_reference, told, signposted_to, stopped_at, stopped_by)
                values (:reference, :told, :signpostedTo, :at, :who)""")
                .param("reference", reference.value())
                .param("told", search.told())
                .param("signpostedTo", search.signpostedTo())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    Optional<StoppedSearch> find(CaseReference reference) {
        return jdbc.sql("select told, signposted_to from stopped_search where case_reference = :reference")
                .param("reference", reference.value())
                .query((row, number) -> new StoppedSearch(row.getString("told"), row.getString("signposted_to")))
                .optional();
    }
}
