package org.rovingpm.deputy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All deputies there are and were. */
@Repository
public class Deputies {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deputies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return those that are not over first, then the latest */
    public List<Deputy> all(int first, int most) {
        return jdbc.sql("""
                select * from deputy order by ended_at is not null, appointed_at desc, id desc limit :most offset :first""")
                .param("most", Math.min(Math.max(most, 1), MOST))
                .param("first", Math.max(first, 0))
                .query(Deputies::deputy)
                .list();
    }

    /** @return empty also where it is over */
    Optional<Deputy> lock(long id) {
        return jdbc.sql("select * from deputy where id = :id and ended_at is null for update")
                .param("id", id)
                .query(Deputies::deputy)
                .optional();
    }

    /** @return those whose first day has come and who do not have the role yet, and those whose last day is over */
    List<Long> toChangeOn(LocalDate today) {
        return jdbc.sql("""
                select id from deputy where ended_at is null and (ends_on < :today or starts_on <= :today and begun_at is null)
                order by id limit :most""")
                .param("today", today)
                .param("most", MOST)
                .query(Long.class)
                .list();
    }

    /** @return empty if they are a deputy in this role already */
    Optional<Deputy> add(Role role, String person, LocalDate from, LocalDate until, String reason, String who) {
        return jdbc.sql("""
                insert into deputy (role, person, starts_on, ends_on, reason, appointed_at, appointed_by)
                values (:role, :person, :from, :until, :reason, :at, :who)
                on conflict (role, person) where ended_at is null do nothing returning *""")
                .param("role", role.group())
                .param("person", person)
                .param("from", from)
                .param("until", until)
                .param("reason", reason)
                .param("at", now())
                .param("who", who)
                .query(Deputies::deputy)
                .optional();
    }

    void begin(long id) {
        jdbc.sql("update deputy set begun_at = :at where id = :id")
                .param("at", now())
                .param("id", id)
                .update();
    }

    void end(long id, String who) {
        jdbc.sql("update deputy set ended_at = :at, ended_by = :who where id = :id")
                .param("at", now())
                .param("who", who)
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Deputy deputy(ResultSet row, int number) throws SQLException {
        return new Deputy(
                row.getLong("id"),
                Role.ofGroup(row.getString("role")).orElseThrow(),
                row.getString("person"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("reason"),
                instant(row, "appointed_at"),
                row.getString("appointed_by"),
                instant(row, "begun_at"),
                instant(row, "ended_at"),
                row.getString("ended_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
