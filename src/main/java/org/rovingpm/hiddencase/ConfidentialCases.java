package org.rovingpm.hiddencase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases that are confidential now, with who sees them. */
@Repository
public class ConfidentialCases {

    private final JdbcClient jdbc;
    private final Clock clock;

    ConfidentialCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the case, whoever asks; empty if it is not confidential now */
    public Optional<ConfidentialCase> find(CaseReference reference) {
        return jdbc.sql("""
                select reason, since, made_by from confidential_case where case_reference = :reference and lifted_at is null""")
                .param("reference", reference.value())
                .query((row, number) -> new ConfidentialCase(
                        reference,
                        row.getString("reason"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("made_by"),
                        List.of()))
                .optional()
                .map(found -> found.naming(named(reference)));
    }

    /** @return the numbers of the confidential cases on which this person is named, the latest first, at most so many */
    public List<String> of(String person, int most) {
        return jdbc.sql("""
                select c.case_reference from confidential_case c join named_person n on n.confidential_case = c.id
                where c.lifted_at is null and n.removed_at is null and n.person = :person
                order by c.since desc, c.id desc limit :most""")
                .param("person", person)
                .param("most", most)
                .query(String.class)
                .list();
    }

    private List<NamedPerson> named(CaseReference reference) {
        return jdbc.sql("""
                select n.* from confidential_case c join named_person n on n.confidential_case = c.id
                where c.case_reference = :reference and c.lifted_at is null and n.removed_at is null order by n.id""")
                .param("reference", reference.value())
                .query(ConfidentialCases::person)
                .list();
    }

    private static NamedPerson person(ResultSet row, int number) throws SQLException {
        return new NamedPerson(
                row.getString("person"),
                row.getString("reason"),
                row.getBoolean("emergency"),
                row.getObject("named_at", OffsetDateTime.class).toInstant(),
                row.getString("named_by"));
    }

    /** @return its id in this table; empty if the case is not confidential now */
    OptionalLong lock(CaseReference reference) {
        return jdbc
                .sql(
                        "select id from confidential_case where case_reference = :reference and lifted_at is null for update")
                .param("reference", reference.value())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** @return empty if it is confidential already */
    OptionalLong add(CaseReference reference, String reason, String who) {
        return jdbc
                .sql("""
                insert into confidential_case (case_reference, reason, since, made_by) values (:reference, :reason, :at, :who)
                on conflict (case_reference) where lifted_at is null do nothing returning id""")
                .param("reference", reference.value())
                .param("reason", reason)
                .param("at", now())
                .param("who", who)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** @return false if they are named on it already */
    boolean name(long id, String person, String reason, boolean emergency, String who) {
        return jdbc.sql("""
                insert into named_person (confidential_case, person, reason, emergency, named_at, named_by)
                values (:id, :person, :reason, :emergency, :at, :who)
                on conflict (confidential_case, person) where removed_at is null do nothing""")
                        .param("id", id)
                        .param("person", person)
                        .param("reason", reason)
                        .param("emergency", emergency)
                        .param("at", now())
                        .param("who", who)
                        .update()
                == 1;
    }

    /** @return false if they are not named on it */
    boolean remove(long id, String person, String who) {
        return jdbc.sql("""
                update named_person set removed_at = :at, removed_by = :who
                where confidential_case = :id and person = :person and removed_at is null""")
                        .param("at", now())
                        .param("who", who)
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    void lift(long id, String reason, String who) {
        jdbc.sql("update confidential_case set lifted_at = :at, lifted_by = :who, lift_reason = :reason where id = :id")
                .param("at", now())
                .param("who", who)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
