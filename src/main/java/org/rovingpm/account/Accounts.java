package org.rovingpm.account;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is remembered of the engine's accounts: how often they have changed, and what people were called when. */
@Repository
public class Accounts {

    /** The account as it was at one moment. One that has never changed has version 0. */
    public record State(long version, boolean mustChangePassword) {

        static final State UNCHANGED = new State(0, false);
    }

    /** An account has been deleted, in this transaction; a later one of the same name is somebody else's. */
    public record Deleted(String person) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    public State stateOf(String person) {
        return jdbc.sql("select version, must_change_password from account where person = :person")
                .param("person", person)
                .query((row, number) -> new State(row.getLong("version"), row.getBoolean("must_change_password")))
                .optional()
                .orElse(State.UNCHANGED);
    }

    /** Its roles have changed, or whether there is one: sessions and remembered passwords of before hold no longer. */
    public void changed(String person) {
        jdbc.sql("""
                insert into account (person, version, changed_at) values (:person, 1, :now)
                on conflict (person) do update set version = account.version + 1, changed_at = excluded.changed_at""")
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is there no more: a later one of the same name has neither its second factor nor its passwords for programs. */
    public void deleted(String person) {
        changed(person);
        endProgramPasswords(person);
        jdbc.sql("delete from second_factor where person = :person")
                .param("person", person)
                .update();
        events.publishEvent(new Deleted(person));
    }

    /**
     * As {@link #changed}: it has another password. Those for programs end too, because whoever knew the old one may have made
     * one of them.
     *
     * @param mustChange whether somebody else has set it
     */
    public void passwordChanged(String person, boolean mustChange) {
        changed(person);
        endProgramPasswords(person);
        jdbc.sql("update account set must_change_password = :mustChange where person = :person")
                .param("person", person)
                .param("mustChange", mustChange)
                .update();
    }

    /** From now on the person is called so. Does nothing if they are already. */
    public void named(String person, String name) {
        jdbc.sql("""
                insert into account_name (person, since, name) select :person, :now, :name
                 where :name is distinct from
                       (select name from account_name where person = :person order by since desc limit 1)
                on conflict (person, since) do nothing""")
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("name", name)
                .update();
    }

    /** What the person was called before names were noted; counts for all days before the first that is. */
    public void wasNamed(String person, String name) {
        jdbc.sql("""
                insert into account_name (person, since, name) select :person, timestamptz 'epoch', :name
                 where not exists (select from account_name where person = :person)""").param("person", person).param("name", name).update();
    }

    private void endProgramPasswords(String person) {
        jdbc.sql("delete from program_password where person = :person")
                .param("person", person)
                .update();
    }
}
