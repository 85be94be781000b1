package org.rovingpm.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.practice.OdsCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a declared interest in which practice, and therefore hears nothing of its cases. */
@Repository
public class DeclaredInterests {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeclaredInterests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the user ids of everybody with an interest in the practice that is in force today */
    public Set<String> in(OdsCode practice) {
        return jdbc.sql("select pm from declared_interest where ods_code = :practice and (ended_on is null or ended_on > :today)")
            .param("practice", practice.value()).param("today", LocalDate.now(clock)).query(String.class).list().stream().collect(Collectors.toSet());
    }
}
