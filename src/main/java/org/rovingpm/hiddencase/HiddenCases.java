package org.rovingpm.hiddencase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which cases are hidden from whom. Other modules apply the rule in their own queries with the function
 * {@code published_hidden_cases(:reader, :today)}, and take the day from the scheme's clock, never from the database.
 */
@Repository
public class HiddenCases {

    private static final int MOST_CHOICES = 2_000;

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

    /** @return those of these people from whom the case is not hidden today, by their user ids */
    public Set<String> whoMaySee(CaseReference reference, Collection<String> people) {
        return Set.copyOf(jdbc.sql("""
                select distinct p.person from unnest(cast(:people as varchar[])) p (person)
                where not exists (
                    select from published_hidden_cases(p.person, :today) h where h.case_reference = :reference)""")
                .param("people", people.toArray(String[]::new))
                .param("reference", reference.value())
                .param("today", today())
                .query(String.class)
                .list());
    }

    /**
     * @return whether the person has an interest in the case or is kept out of it, so that nobody may name them on it; unlike
     *     {@link #hides}, which is also true of a PM once their part in a confidential case is over
     */
    public boolean bars(CaseReference reference, String person) {
        return jdbc.sql("""
                select exists (
                    select from published_barred(:today) where case_reference = :reference and person = :person)""")
                .param("reference", reference.value())
                .param("person", person)
                .param("today", today())
                .query(Boolean.class)
                .single();
    }

    /** @return the references of all cases that are hidden from this person today, as they are written */
    public Set<String> of(String person) {
        return Set.copyOf(jdbc.sql("select distinct case_reference from published_hidden_cases(:person, :today)")
                .param("person", person)
                .param("today", today())
                .query(String.class)
                .list());
    }

    /** @return as {@link #of(String)}, without those of which this reader sees number, step and cause */
    public Set<String> of(CaseReader reader) {
        return Set.copyOf(jdbc.sql("""
                select distinct case_reference from published_hidden_cases(:person, :today) where not confidential or not :mends""")
                .param("person", reader.person())
                .param("mends", reader.mends())
                .param("today", today())
                .query(String.class)
                .list());
    }

    /**
     * Open cases to choose from, by the names of their practices.
     *
     * @param chosen number of a case that is among them even where there are more than {@value #MOST_CHOICES}
     * @return none that is hidden from this person
     */
    public List<CaseChoice> openFor(String person, String chosen) {
        return jdbc.sql("""
                select c.reference, string_agg(n.name, ' and ' order by l.leads desc, l.ods_code) as practices
                  from published_case c
                  join published_case_practice l on l.case_reference = c.reference
                  join published_practice n on n.ods_code = l.ods_code
                 where c.closed_at is null
                   and c.reference not in (select h.case_reference from published_hidden_cases(:person, :today) h)
                 group by c.reference order by c.reference <> :chosen, practices, c.reference limit :most""")
                .param("person", person)
                .param("chosen", chosen)
                .param("today", today())
                .param("most", MOST_CHOICES)
                .query(CaseChoice.class)
                .list();
    }

    /** @return whether the case is hidden from this person today */
    public boolean hides(CaseReference reference, String person) {
        return jdbc.sql("""
                select exists (
                    select from published_hidden_cases(:person, :today) where case_reference = :reference)""")
                .param("reference", reference.value())
                .param("person", person)
                .param("today", today())
                .query(Boolean.class)
                .single();
    }
}
