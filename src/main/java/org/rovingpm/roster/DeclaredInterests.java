package org.rovingpm.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has declared an interest in which practice. They neither see nor are given a case in which it has part. Other
 * modules apply the rule in their own queries with the function {@code published_case_interests(:today)}, and take the
 * day from the scheme's clock, never from the database.
 */
@Repository
public class DeclaredInterests {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeclaredInterests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the day to use in queries */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @return the user ids of everybody with an interest in any practice of the case today */
    public Set<String> in(CaseReference reference) {
        return jdbc
                .sql("select pm from published_case_interests(:today) where case_reference = :reference")
                .param("reference", reference.value())
                .param("today", today())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
