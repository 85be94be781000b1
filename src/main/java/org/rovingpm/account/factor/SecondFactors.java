package org.rovingpm.account.factor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a second factor, and which of its codes have been used. */
@Repository
public class SecondFactors {

    private static final int SAMPLE = 100;
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    SecondFactors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What its owner sees of one.
     *
     * @param recoveryCodes how many are left
     */
    public record State(Instant since, int recoveryCodes) {}

    /** A seed as it is stored. */
    record Sealed(String person, byte[] seed) {}

    public boolean has(String person) {
        return jdbc.sql("select exists (select from second_factor where person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** Empty for whoever has none. */
    public Optional<State> stateOf(String person) {
        return jdbc.sql("""
                select since, (select count(*) from recovery_code r where r.person = f.person) as recovery_codes
                  from second_factor f where person = :person""")
                .param("person", person)
                .query((row, number) -> new State(
                        row.getObject("since", OffsetDateTime.class).toInstant(), row.getInt("recovery_codes")))
                .optional();
    }

    /** @return the user ids of all who have one, at most ten thousand */
    public List<String> people() {
        return jdbc.sql("select person from second_factor order by person limit :most")
                .param("most", MOST)
                .query(String.class)
                .list();
    }

    Optional<Sealed> find(String person) {
        return jdbc.sql("select person, seed from second_factor where person = :person")
                .param("person", person)
                .query(SecondFactors::sealed)
                .optional();
    }

    /** The latest hundred of all. */
    List<Sealed> latest() {
        return jdbc.sql("select person, seed from second_factor order by since desc limit :most")
                .param("most", SAMPLE)
                .query(SecondFactors::sealed)
                .list();
    }

    /**
     * Gives somebody this one in place of any other.
     *
     * @param step whose code has been used to set it up
     */
    void save(Sealed sealed, long step) {
        jdbc.sql("""
                insert into second_factor (person, seed, last_step, since) values (:person, :seed, :step, :now)
                on conflict (person) do update
                   set seed = excluded.seed, last_step = excluded.last_step, since = excluded.since""")
                .param("person", sealed.person())
                .param("seed", sealed.seed())
                .param("step", step)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Stores the same seed in another way, unless there is another meanwhile. */
    void renew(Sealed before, byte[] after) {
        jdbc.sql("update second_factor set seed = :after where person = :person and seed = :before")
                .param("person", before.person())
                .param("before", before.seed())
                .param("after", after)
                .update();
    }

    /**
     * Uses the code of a half minute up. Of two requests at the same moment the database lets one go first, and the other then
     * finds that it is used.
     *
     * @return false if this code or a later one has been used
     */
    boolean use(String person, long step) {
        return jdbc.sql("update second_factor set last_step = :step where person = :person and last_step < :step")
                        .param("person", person)
                        .param("step", step)
                        .update()
                == 1;
    }

    /** With the recovery codes. @return false if there is none */
    boolean remove(String person) {
        return jdbc.sql("delete from second_factor where person = :person")
                        .param("person", person)
                        .update()
                == 1;
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(row.getString("person"), row.getBytes("seed"));
    }
}
