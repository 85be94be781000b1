package org.rovingpm.interest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which cases are hidden from whom. Other modules apply the rule in their own queries with the function
 * {@code published_hidden_cases(:today)}, and take the day from the scheme's clock, never from the database.
 */
@Repository
public class HiddenCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    HiddenCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the day to use in queries */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @return the user ids of everybody from whom the case is hidden today */
    public Set<String> peopleKeptFrom(CaseReference reference) {
        return jdbc
                .sql("select person from published_hidden_cases(:today) where case_reference = :reference")
                .param("reference", reference.value())
                .param("today", today())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** @return the references of all cases that are hidden from this person today, as they are written */
    public Set<String> of(String person) {
        return Set.copyOf(
                jdbc.sql("select distinct case_reference from published_hidden_cases(:today) where person = :person")
                        .param("person", person)
                        .param("today", today())
                        .query(String.class)
                        .list());
    }

    /** @return whether the case is hidden from this person today */
    public boolean hides(CaseReference reference, String person) {
        return jdbc.sql("""
                select exists (
                    select from published_hidden_cases(:today) where case_reference = :reference and person = :person)""")
                .param("reference", reference.value())
                .param("person", person)
                .param("today", today())
                .query(Boolean.class)
                .single();
    }
}
