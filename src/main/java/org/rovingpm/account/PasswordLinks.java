package org.rovingpm.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links by which people who have forgotten their password choose a new one: 256 random bits, for one use, within 30 minutes. */
@Repository
public class PasswordLinks {

    private static final Duration VALID = Duration.ofMinutes(30);
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String HOLDING = """
        select l.person from password_link l left join account a on a.person = l.person
         where l.hash = :hash and l.expires_at > :now and l.account_version = coalesce(a.version, 0)""";

    private final JdbcClient jdbc;
    private final AccountNotices notices;
    private final Accounts accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordLinks(JdbcClient jdbc, AccountNotices notices, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A new link for the message of a notice; of the links of earlier attempts to send it each works too, until one is used.
     *
     * @return the path that it opens; empty if the notice is about something else
     */
    public Optional<String> newLink(long notice) {
        return notices.whoForgot(notice).map(person -> {
            byte[] bits = new byte[BYTES];
            random.nextBytes(bits);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
            jdbc.sql("delete from password_link where expires_at <= :now")
                    .param("now", now())
                    .update();
            jdbc.sql("insert into password_link values (:hash, :person, :version, :expires)")
                    .param("hash", KnownClients.hash(token))
                    .param("person", person)
                    .param("version", accounts.stateOf(person).version())
                    .param("expires", now().plus(VALID))
                    .update();
            return "/forgotten-password/" + token;
        });
    }

    /** @return whose password it changes; empty if it has been used, its time is over, or the account has changed since */
    public Optional<String> find(String token) {
        return SHAPE.matcher(token).matches()
                ? jdbc.sql(HOLDING)
                        .param("hash", KnownClients.hash(token))
                        .param("now", now())
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    /** Uses it up. @return false if another request was faster */
    boolean use(String token) {
        return jdbc.sql("delete from password_link where hash = :hash")
                        .param("hash", KnownClients.hash(token))
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
