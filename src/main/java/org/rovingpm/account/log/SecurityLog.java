package org.rovingpm.account.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.web.share.Shares;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes down what concerns the security of accounts, in the transaction of whatever it is part of, and once more as a line of
 * JSON for the scheme's own monitoring. That line names nobody: the account is a code, the same each time.
 */
@Repository
@EnableConfigurationProperties(SecurityLogSettings.class)
public class SecurityLog {

    /** The logger of the lines. */
    public static final String LINES = "org.rovingpm.security";

    private static final Logger LOG = LoggerFactory.getLogger(LINES);
    private static final Set<SecurityEvent.Kind> MANY =
            Set.of(SecurityEvent.Kind.REFUSED, SecurityEvent.Kind.TOO_MANY_ATTEMPTS);
    private static final int A_MINUTE = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LONGEST_DETAIL = 300;
    private static final int CODE_LETTERS = 16;
    private static final int MOST_DELETED = 10_000;
    private static final int MOST = 200;
    private static final int MOST_PEOPLE = 1_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final SecurityLogSettings settings;
    private final Shares shares;
    private final Clock clock;

    SecurityLog(JdbcClient jdbc, ObjectMapper json, SecurityLogSettings settings, Shares shares, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.shares = shares;
        this.clock = clock;
    }

    /**
     * Of what somebody can make happen as often as they like, no more than the first thirty in a minute are written down.
     *
     * @param by who did it; may be null, or the person
     */
    public void add(SecurityEvent.Kind kind, String person, String by, String detail) {
        if (MANY.contains(kind)
                && !shares.take("security-log:" + kind + ":" + (person == null ? "" : code(person)), A_MINUTE, MINUTE)
                        .wasThere()) {
            return;
        }
        Instant now = clock.instant();
        jdbc.sql("""
                insert into security_event (at, kind, person, by_whom, detail)
                values (:at, :kind, :person, :by, :detail)""")
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("person", person, Types.VARCHAR)
                .param("by", by != null && by.equals(person) ? null : by, Types.VARCHAR)
                .param("detail", shortened(detail), Types.VARCHAR)
                .update();
        LOG.info(line(now, kind, person, by));
    }

    /**
     * Writes down that somebody has looked at a case, once an hour for each person and case.
     *
     * @param reference its number
     */
    public void addRead(String person, String reference) {
        if (shares.take("case-read:" + code(person) + ":" + reference, 1, HOUR).wasThere()) {
            add(SecurityEvent.Kind.CASE_READ, person, null, reference);
        }
    }

    public void add(SecurityEvent.Kind kind, String person) {
        add(kind, person, null, null);
    }

    /**
     * @param person user id of whose account it is about, or who did it; empty for all
     * @param kind   null for all
     * @param since  the first day, in London
     * @return those that match, the latest first, at most 200
     */
    public List<SecurityEvent> find(String person, SecurityEvent.Kind kind, LocalDate since, int first, int most) {
        return jdbc.sql("""
                select * from security_event
                 where (:person = '' or person = :person or by_whom = :person)
                   and (:kind = '' or kind = :kind) and at >= :since
                 order by at desc, id desc limit :most offset :first""")
                .param("person", person)
                .param("kind", kind == null ? "" : kind.name())
                .param("since", since.atStartOfDay(SchemeTime.ZONE).toOffsetDateTime())
                .param("most", Math.min(Math.max(most, 1), MOST))
                .param("first", Math.max(first, 0))
                .query(SecurityLog::event)
                .list();
    }

    /**
     * @param since the first day, in London
     * @return the user ids of those about whom, or by whom, there is anything, at most a thousand
     */
    public List<String> people(LocalDate since) {
        return jdbc.sql("""
                select distinct p.person from security_event e cross join lateral (values (e.person), (e.by_whom)) p (person)
                 where e.at >= :since and p.person is not null order by p.person limit :most""")
                .param("since", since.atStartOfDay(SchemeTime.ZONE).toOffsetDateTime())
                .param("most", MOST_PEOPLE)
                .query(String.class)
                .list();
    }

    /**
     * @param since the first day, in London
     * @return what is of one of these kinds, the latest first, at most 200
     */
    public List<SecurityEvent> latest(Set<SecurityEvent.Kind> kinds, LocalDate since, int most) {
        return jdbc.sql("""
                select * from security_event where kind = any (:kinds) and at >= :since order by at desc, id desc limit :most""")
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .param("since", since.atStartOfDay(SchemeTime.ZONE).toOffsetDateTime())
                .param("most", Math.min(Math.max(most, 1), MOST))
                .query(SecurityLog::event)
                .list();
    }

    /** Forgets what is older than it is kept, in pieces. */
    void forget() {
        OffsetDateTime longAgo = LocalDate.now(clock)
                .minus(settings.kept())
                .atStartOfDay(SchemeTime.ZONE)
                .toOffsetDateTime();
        int deleted;
        do {
            deleted = jdbc.sql("""
                    delete from security_event where id in
                      (select id from security_event where at < :longAgo limit :most)""")
                    .param("longAgo", longAgo)
                    .param("most", MOST_DELETED)
                    .update();
        } while (deleted == MOST_DELETED);
    }

    private String line(Instant at, SecurityEvent.Kind kind, String person, String by) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("at", at.toString());
        parts.put("event", kind.name());
        if (person != null) {
            parts.put("account", code(person));
        }
        if (by != null && !by.equals(person)) {
            parts.put("by", code(by));
        }
        try {
            return json.writeValueAsString(parts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String code(String person) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(("account " + person).getBytes(StandardCharsets.UTF_8)))
                    .substring(0, CODE_LETTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shortened(String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    private static SecurityEvent event(ResultSet row, int number) throws SQLException {
        return new SecurityEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                SecurityEvent.Kind.valueOf(row.getString("kind")),
                row.getString("person"),
                row.getString("by_whom"),
                row.getString("detail"));
    }
}
