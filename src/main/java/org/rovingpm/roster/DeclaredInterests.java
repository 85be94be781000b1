package org.rovingpm.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has a declared interest in a practice, and therefore neither sees nor is given a case in which it has part. Other modules put the
 * rule into their own questions by the function {@code published_case_interests(:today)}; the day is by the scheme's clock and never by
 * the database's.
 */
@Repository
public class DeclaredInterests {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeclaredInterests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the day to ask for */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @return the user ids of everybody with an interest in any practice of the case that is in force today */
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
