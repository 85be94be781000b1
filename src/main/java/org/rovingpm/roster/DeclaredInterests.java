package org.rovingpm.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.practice.OdsCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has a declared interest in which practice, and therefore neither sees nor is given a case of it. Other modules put the rule into
 * their own questions by the function {@code published_interests(:today)}; the day is by the scheme's clock and never by the database's.
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

    /** @return the user ids of everybody with an interest in the practice that is in force today */
    public Set<String> in(OdsCode practice) {
        return jdbc
                .sql("select pm from published_interests(:today) where ods_code = :practice")
                .param("practice", practice.value())
                .param("today", today())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
