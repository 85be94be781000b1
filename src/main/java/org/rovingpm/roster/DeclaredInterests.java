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
 * their own questions by what is said here in SQL; the day that it is asked for is always the parameter {@code :today}, by the scheme's
 * clock and never by the database's.
 */
@Repository
public class DeclaredInterests {

    /** Holds for the rows of {@code declared_interest} that are in force: an interest ends with the beginning of its last day. */
    public static final String IN_FORCE = "(ended_on is null or ended_on > :today)";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeclaredInterests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The rule for one person and many practices, who has to be a parameter: their interests are found once for all rows.
     *
     * @param practice column of an ODS code; where it is null there is no practice to have an interest in
     */
    public static String noneOf(String person, String practice) {
        return "(%1$s is null or %1$s <> all (array(select ods_code from declared_interest where pm = %2$s and %3$s)))"
                .formatted(practice, person, IN_FORCE);
    }

    /** The rule for people and practices that both differ by the row. */
    public static String noneBetween(String person, String practice) {
        return "not exists (select from declared_interest di where di.pm = %s and di.ods_code = %s and %s)"
                .formatted(person, practice, IN_FORCE);
    }

    /** @return the day to ask for */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @return the user ids of everybody with an interest in the practice that is in force today */
    public Set<String> in(OdsCode practice) {
        return jdbc
                .sql("select pm from declared_interest where ods_code = :practice and " + IN_FORCE)
                .param("practice", practice.value())
                .param("today", today())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
