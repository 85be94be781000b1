package org.rovingpm.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sessions of all instances. One holds while its row is there, its account has not changed since, and its time is not over.
 * What somebody does in a session stays in the memory of an instance.
 */
@Repository
public class AccountSessions {

    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final int MOST = 100;
    private static final String HOLDING = """
        select s.*, coalesce(a.must_change_password, false) as must_change_password,
               not exists (select from second_factor f where f.person = s.person)
               and exists (select from second_factor_group g where g.group_id in (:groups) and g.since <= s.began_at)
                   as must_set_up_factor
          from account_session s left join account a on a.person = s.person
         where s.person = :person and s.account_version = coalesce(a.version, 0)
           and s.began_at > :longestAgo and s.used_at > :idleSince
        """;

    private final JdbcClient jdbc;
    private final SessionSettings settings;
    private final SecurityLog log;
    private final Clock clock;

    AccountSessions(JdbcClient jdbc, SessionSettings settings, SecurityLog log, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Begins one for somebody who has just entered their password, and forgets those whose time is over.
     *
     * @param version of the account for which the password was right
     * @return its number
     */
    public long begin(String person, long version, String client) {
        OffsetDateTime now = now();
        jdbc.sql("delete from account_session where began_at <= :longestAgo returning person")
                .param("longestAgo", now.minus(settings.longest()))
                .query(String.class)
                .list()
                .forEach(over -> log.add(SecurityEvent.Kind.SESSION_OVER, over));
        return jdbc.sql("""
                insert into account_session (person, account_version, client, began_at, used_at, confirmed_at)
                values (:person, :version, :client, :now, :now, :now) returning id""")
                .param("person", person)
                .param("version", version)
                .param("client", client)
                .param("now", now)
                .query(Long.class)
                .single();
    }

    /**
     * Empty if it holds no longer. Whoever is asked for a second factor while at work is led to it when they sign in next.
     *
     * @param groups of which the person is a member
     */
    public Optional<AccountSession> find(long id, String person, Collection<String> groups) {
        return holding("and s.id = :id", person, groups)
                .param("id", id)
                .query(AccountSessions::session)
                .optional();
    }

    /** Those of one person that hold, the last used first. */
    public List<AccountSession> of(String person) {
        return holding("order by s.used_at desc, s.id desc limit :most", person, List.of())
                .param("most", MOST)
                .query(AccountSessions::session)
                .list();
    }

    /** It is in use. Written once a minute at most. */
    public void used(AccountSession session) {
        OffsetDateTime now = now();
        if (session.usedAt().isBefore(now.toInstant().minus(NOTED))) {
            jdbc.sql("update account_session set used_at = :now where id = :id")
                    .param("now", now)
                    .param("id", session.id())
                    .update();
        }
    }

    /** Whether the password was entered so recently that it need not be asked again. */
    public boolean isConfirmed(AccountSession session) {
        return session.confirmedAt().isAfter(clock.instant().minus(settings.confirm()));
    }

    public void confirmed(long id) {
        jdbc.sql("update account_session set confirmed_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Goes on after a change of the account that was made within it by the person. */
    public void goesOn(long id) {
        jdbc.sql("""
                update account_session s set account_version = a.version from account a
                 where a.person = s.person and s.id = :id""").param("id", id).update();
    }

    /** @return false if the person has no such session */
    public boolean end(long id, String person) {
        return jdbc.sql("delete from account_session where id = :id and person = :person")
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    /**
     * Takes one off the list that an instance has forgotten, and notes why: its owner has signed out, the account has changed, or its
     * time is over. Nothing happens where it had been ended before.
     *
     * @param signedOut whether its owner has asked for that
     */
    public void forget(long id, String person, boolean signedOut) {
        jdbc.sql("""
                delete from account_session s where s.id = :id and s.person = :person
                returning s.account_version = coalesce((select a.version from account a where a.person = s.person), 0)""")
                .param("id", id)
                .param("person", person)
                .query(Boolean.class)
                .optional()
                .map(unchanged -> unchanged
                        ? signedOut ? SecurityEvent.Kind.SIGNED_OUT : SecurityEvent.Kind.SESSION_OVER
                        : SecurityEvent.Kind.SESSION_CUT)
                .ifPresent(why -> log.add(why, person));
    }

    public void endOthers(long id, String person) {
        jdbc.sql("delete from account_session where id <> :id and person = :person")
                .param("id", id)
                .param("person", person)
                .update();
    }

    private JdbcClient.StatementSpec holding(String more, String person, Collection<String> groups) {
        OffsetDateTime now = now();
        return jdbc.sql(HOLDING + more)
                .param("person", person)
                // No group has an empty name, and no list may be empty
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .param("longestAgo", now.minus(settings.longest()))
                .param("idleSince", now.minus(settings.idle()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static AccountSession session(ResultSet row, int number) throws SQLException {
        return new AccountSession(
                row.getLong("id"),
                row.getString("client"),
                at(row, "began_at"),
                at(row, "used_at"),
                at(row, "confirmed_at"),
                row.getBoolean("must_change_password"),
                row.getBoolean("must_set_up_factor"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
