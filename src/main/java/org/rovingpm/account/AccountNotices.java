package org.rovingpm.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the holders of accounts are told, and at which address. */
@Repository
public class AccountNotices {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountNotices(JdbcClient jdbc, Passwords passwords, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    /** Tells the holder at the address that the account has now. Does nothing for somebody without one. */
    public void tell(String person, AccountNotice.Kind kind) {
        String name = passwords
                .detailsOf(person)
                .map(PersonalDetails::fullName)
                .filter(full -> !full.isEmpty())
                .orElse(person);
        tell(person, name, passwords.addressOf(person).orElse(null), kind);
    }

    /** Does nothing for somebody without an address. */
    public void tell(String person, String name, String address, AccountNotice.Kind kind) {
        if (address == null || address.isBlank()) {
            return;
        }
        Instant now = clock.instant();
        long id = jdbc.sql("""
                insert into account_notice (person, kind, address, made_at) values (:person, :kind, :address, :now)
                returning id""")
                .param("person", person)
                .param("kind", kind.name())
                .param("address", address.strip())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        events.publishEvent(new AccountNotice(id, person, name, kind, now));
    }

    public Optional<String> addressOf(long id) {
        return jdbc.sql("select address from account_notice where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** @return whose password is forgotten; empty for a notice of another kind */
    Optional<String> whoForgot(long id) {
        return jdbc.sql("select person from account_notice where id = :id and kind = 'PASSWORD_FORGOTTEN'")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
