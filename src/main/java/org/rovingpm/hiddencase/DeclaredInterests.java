package org.rovingpm.hiddencase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The interests that people have declared. None is rewritten or deleted; the database makes sure of that. */
@Repository
public class DeclaredInterests {

    private static final int MOST = 200;
    private static final String SELECT = """
        select i.*, p.name as practice_name from declared_interest i join published_practice p on p.ods_code = i.ods_code
        """;

    /** How a list of declarations is ordered. */
    public enum Order {
        LATEST("i.declared_at desc"),
        PERSON("i.person, p.name"),
        PRACTICE("p.name, i.person"),
        TO_CONFIRM("i.confirmed_on");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    private final JdbcClient jdbc;
    private final InterestKinds kinds;
    private final Clock clock;

    DeclaredInterests(JdbcClient jdbc, InterestKinds kinds, Clock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** Whether the person has an interest in the practice that holds today. */
    public boolean holds(String person, OdsCode practice) {
        return jdbc.sql("""
                select exists (
                    select from published_interests(:today) where person = :person and ods_code = :practice)""")
                .param("today", LocalDate.now(clock))
                .param("person", person)
                .param("practice", practice.value())
                .query(Boolean.class)
                .single();
    }

    /** @return those of one person, the current ones first, at most 200 */
    public List<DeclaredInterest> of(String person) {
        List<InterestKind> all = kinds.all();
        return jdbc.sql(
                        SELECT
                                + "where i.person = :person order by i.ended_on is not null, i.declared_at desc, i.id desc limit :most")
                .param("person", person)
                .param("most", MOST)
                .query((row, number) -> interest(row, all))
                .list();
    }

    public Optional<DeclaredInterest> find(long id) {
        List<InterestKind> all = kinds.all();
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id)
                .query((row, number) -> interest(row, all))
                .optional();
    }

    /**
     * @param people user ids of people whose names match the search
     * @param typed  a part of the practice's name, or its code; empty for all
     * @param ended  whether those that have ended are among them
     * @return those of all people that match, from the given one on, at most 200
     */
    public List<DeclaredInterest> all(
            List<String> people, String typed, boolean ended, Order order, int first, int most) {
        List<InterestKind> all = kinds.all();
        return jdbc.sql(SELECT + """
                where (:ended or i.ended_on is null)
                  and (:typed = '' or i.person = any (:people) or lower(i.ods_code) = :typed
                       or position(:typed in lower(p.name)) > 0)
                order by\s""" + order.sql + ", i.id desc limit :most offset :first")
                .param("ended", ended)
                .param("typed", typed)
                .param("people", people.toArray(String[]::new))
                .param("most", Math.min(Math.max(most, 1), MOST))
                .param("first", Math.max(first, 0))
                .query((row, number) -> interest(row, all))
                .list();
    }

    /** Locks it until the calling transaction ends. @return the one of this person in this practice that has not ended */
    Optional<DeclaredInterest> lock(String person, OdsCode practice) {
        List<InterestKind> all = kinds.all();
        return jdbc.sql(SELECT
                        + "where i.person = :person and i.ods_code = :practice and i.ended_on is null for update of i")
                .param("person", person)
                .param("practice", practice.value())
                .query((row, number) -> interest(row, all))
                .optional();
    }

    /** @return false if the person has one in this practice already */
    boolean add(
            String person,
            OdsCode practice,
            InterestKind kind,
            String reason,
            LocalDate since,
            LocalDate until,
            String who) {
        return jdbc.sql("""
                insert into declared_interest (person, ods_code, kind, reason, since, until, declared_at, declared_by, confirmed_on)
                values (:person, :practice, :kind, :reason, :since, :until, :at, :who, :today)
                on conflict (ods_code, person) where ended_on is null do nothing""")
                        .param("person", person)
                        .param("practice", practice.value())
                        .param("kind", kind == null ? null : kind.code(), Types.VARCHAR)
                        .param("reason", reason)
                        .param("since", since)
                        .param("until", until, Types.DATE)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("who", who)
                        .param("today", LocalDate.now(clock))
                        .update()
                == 1;
    }

    /** @return false if it has ended already */
    boolean end(long id, String reason, String who) {
        return jdbc.sql("""
                update declared_interest set ended_on = :today, ended_by = :who, end_reason = :reason
                where id = :id and ended_on is null""")
                        .param("today", LocalDate.now(clock))
                        .param("who", who)
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    void confirm(long id) {
        jdbc.sql("update declared_interest set confirmed_on = :today where id = :id and ended_on is null")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .update();
    }

    /** @return the open cases in which the practice has part */
    List<CaseReference> openCasesOf(OdsCode practice) {
        return jdbc.sql("""
                select c.reference from published_case_practice p join published_case c on c.reference = p.case_reference
                where p.ods_code = :practice and c.closed_at is null order by c.reference""")
                .param("practice", practice.value())
                .query((row, number) -> new CaseReference(row.getString("reference")))
                .list();
    }

    private static DeclaredInterest interest(ResultSet row, List<InterestKind> kinds) throws SQLException {
        String kind = row.getString("kind");
        return new DeclaredInterest(
                row.getLong("id"),
                row.getString("person"),
                new OdsCode(row.getString("ods_code")),
                row.getString("practice_name"),
                kinds.stream()
                        .filter(one -> one.code().equals(kind))
                        .findFirst()
                        .orElse(null),
                row.getString("reason"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                row.getString("declared_by"),
                row.getObject("confirmed_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_by"),
                row.getString("end_reason"));
    }
}
