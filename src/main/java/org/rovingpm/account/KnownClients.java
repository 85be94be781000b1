package org.rovingpm.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rovingpm.access.signin.SignInClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From which browsers and networks people have signed in before. Forgotten half a year after the last time. */
@Repository
public class KnownClients {

    private static final int DAYS = 180;

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownClients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The known browser, else the known network; as a key. Empty for a client that has never been right about the person. */
    Optional<String> find(String person, SignInClient client) {
        List<String> keys = keys(person, client);
        return jdbc
                .sql(
                        "select client from known_client where person = :person and client in (:keys) and seen_on > :longAgo")
                .param("person", person)
                .param("keys", keys)
                .param("longAgo", LocalDate.now(clock).minusDays(DAYS))
                .query(String.class)
                .list()
                .stream()
                .min((one, other) -> keys.indexOf(one) - keys.indexOf(other));
    }

    /** The person has signed in from there. */
    public void remember(String person, SignInClient client) {
        LocalDate today = LocalDate.now(clock);
        jdbc.sql("delete from known_client where person = :person and seen_on <= :longAgo")
                .param("person", person)
                .param("longAgo", today.minusDays(DAYS))
                .update();
        keys(person, client).forEach(key -> jdbc.sql("""
                insert into known_client (person, client, seen_on) values (:person, :key, :today)
                on conflict (person, client) do update set seen_on = excluded.seen_on
                 where known_client.seen_on <> excluded.seen_on""")
                .param("person", person)
                .param("key", key)
                .param("today", today)
                .update());
    }

    private static List<String> keys(String person, SignInClient client) {
        return Stream.of(
                        Optional.ofNullable(client.browser()).map(token -> "browser " + token),
                        Optional.of("network " + client.network()))
                .flatMap(Optional::stream)
                .map(one -> hash(person + " " + one))
                .toList();
    }

    /** As whatever must not be stored itself is stored: SHA-256, in hexadecimal. */
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
