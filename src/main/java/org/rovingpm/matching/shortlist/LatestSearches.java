package org.rovingpm.matching.shortlist;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom the latest search for each case listed as suitable, so that the next can tell who is new. */
@Repository
class LatestSearches {

    private final JdbcClient jdbc;

    LatestSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the user ids of those whom the search before listed; nobody at the first */
    Set<String> replace(CaseReference reference, Shortlist shortlist, Instant at) {
        List<String> before = jdbc.sql("""
                select unnest(suitable) from latest_search where case_reference = :reference""")
                .param("reference", reference.value())
                .query(String.class)
                .list();
        jdbc.sql("""
                insert into latest_search (case_reference, searched_at, suitable) values (:reference, :at, :suitable)
                on conflict (case_reference)
                   do update set searched_at = excluded.searched_at, suitable = excluded.suitable""")
                .param("reference", reference.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "suitable",
                        shortlist.suitable().stream().map(Candidate::pm).toArray(String[]::new),
                        Types.ARRAY)
                .update();
        return Set.copyOf(before);
    }
}
