package org.rovingpm.account.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.account.AccountNotice;
import org.rovingpm.account.AccountNotices;
import org.rovingpm.account.PersonalDetails;
import org.rovingpm.account.RandomSecret;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.submission.Problems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passwords by which programs act for an account: 140 random bits each, made by the application, shown once, for a set time.
 * They serve at the doors of programs and never on the sign-in page. All of them end with a new password of the account.
 */
@Repository
public class ProgramPasswords {

    /** For how many days one can be made. */
    public static final List<Integer> DAYS = List.of(30, 90, 365);

    private static final String MARK = "rpm-";
    private static final int GROUPS = 7;
    private static final int MOST = 20;
    private static final int LONGEST = 100;
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final AccountNotices notices;
    private final SecurityLog log;
    private final Clock clock;

    ProgramPasswords(JdbcClient jdbc, AccountNotices notices, SecurityLog log, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /** Those of one person that hold, the latest first. */
    public List<ProgramPassword> of(String person) {
        return jdbc.sql("select * from program_password where person = :person and expires_at > :now order by id desc")
                .param("person", person)
                .param("now", now())
                .query(ProgramPasswords::programPassword)
                .list();
    }

    /**
     * @param name for which program it is: letters, digits, spaces and hyphens
     * @param days one of {@link #DAYS}
     * @return the password, which nobody can read again
     */
    @Transactional
    public String make(String person, String name, int days) {
        String called = name.strip();
        new Problems()
                .require(
                        !called.isEmpty() && PersonalDetails.isName(called),
                        "program",
                        "Say for which program it is, in letters, digits, spaces and hyphens, and at most 100 characters.")
                .require(DAYS.contains(days), "days", "Choose for how long.")
                .require(
                        of(person).size() < MOST,
                        "program",
                        "You have %d passwords for programs: end one of them first.".formatted(MOST))
                .refuseIfAny();
        jdbc.sql("delete from program_password where expires_at <= :now")
                .param("now", now())
                .update();
        String made = MARK + RandomSecret.of(GROUPS);
        jdbc.sql("""
                insert into program_password (person, name, hash, made_at, expires_at)
                values (:person, :name, :hash, :now, :expires)""")
                .param("person", person)
                .param("name", called)
                .param("hash", RandomSecret.hash(made))
                .param("now", now())
                .param("expires", now().plusDays(days))
                .update();
        log.add(SecurityEvent.Kind.PROGRAM_PASSWORD_MADE, person, null, called);
        notices.tell(person, AccountNotice.Kind.PROGRAM_PASSWORD_MADE);
        return made;
    }

    /** @return false if the person has no such password */
    @Transactional
    public boolean end(long id, String person) {
        Optional<String> ended = jdbc.sql(
                        "delete from program_password where id = :id and person = :person returning name")
                .param("id", id)
                .param("person", person)
                .query(String.class)
                .optional();
        ended.ifPresent(name -> log.add(SecurityEvent.Kind.PROGRAM_PASSWORD_ENDED, person, null, name));
        return ended.isPresent();
    }

    /** Whether it is one of the person's that holds. The first use within five minutes is noted. */
    public boolean isRight(String person, String typed) {
        if (!typed.startsWith(MARK) || typed.length() > LONGEST) {
            return false;
        }
        Optional<ProgramPassword> found = jdbc.sql("""
                select * from program_password where hash = :hash and person = :person and expires_at > :now""")
                .param("hash", RandomSecret.hash(typed))
                .param("person", person)
                .param("now", now())
                .query(ProgramPasswords::programPassword)
                .optional();
        found.filter(this::isFirstUse)
                .ifPresent(one -> log.add(SecurityEvent.Kind.PROGRAM_SIGNED_IN, person, null, one.name()));
        return found.isPresent();
    }

    private boolean isFirstUse(ProgramPassword one) {
        Instant before = clock.instant().minus(NOTED);
        return (one.usedAt() == null || one.usedAt().isBefore(before))
                && jdbc.sql("""
                        update program_password set used_at = :now
                         where id = :id and (used_at is null or used_at < :before)""")
                                .param("id", one.id())
                                .param("now", now())
                                .param("before", before.atOffset(ZoneOffset.UTC))
                                .update()
                        == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ProgramPassword programPassword(ResultSet row, int number) throws SQLException {
        return new ProgramPassword(
                row.getLong("id"),
                row.getString("name"),
                at(row, "made_at"),
                at(row, "used_at"),
                at(row, "expires_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
