package org.rovingpm.roster;

import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.practice.OdsCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a declared interest in which practice, and therefore hears nothing of its cases. */
@Repository
public class DeclaredInterests {

    private final JdbcClient jdbc;

    DeclaredInterests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the user ids of everybody with an interest in the practice that is in force today */
    public Set<String> in(OdsCode practice) {
        return jdbc.sql("select pm from declared_interest where ods_code = :practice and (ended_on is null or ended_on > current_date)")
            .param("practice", practice.value()).query(String.class).list().stream().collect(Collectors.toSet());
    }
}
