package org.rovingpm.supportcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The story of each case: who did what, when, and why. It only grows; the database sees to that. */
@Component
public class Timeline {

    private static final Pattern USER_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,63}");

    /** What the entry says when a practice with an open case has sent another request, which is added to the case. */
    public static final String ANOTHER_REQUEST = "Another request added";

    private final JdbcClient jdbc;
    private final Clock clock;

    Timeline(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One entry.
     *
     * @param what     what has happened, "RAG rating agreed"; at most 200 characters
     * @param oldValue what it was before; null if nothing was
     * @param newValue what it is since; null if there is no value
     * @param reason   why, or what was said; may be null
     */
    public record Entry(Instant at, String who, String what, String oldValue, String newValue, String reason) {

        /** @return the user ids in it: who did it and, where one person takes the place of another, theirs */
        public Stream<String> people() {
            return Stream.of(who, oldValue, newValue)
                    .filter(value -> value != null && USER_ID.matcher(value).matches());
        }
    }

    public void add(CaseReference reference, String who, String what) {
        add(reference, who, what, null, null, null);
    }

    public void add(CaseReference reference, String who, String what, String oldValue, String newValue, String reason) {
        jdbc.sql("""
                insert into timeline_entry (case_reference, recorded_at, recorded_by, what, old_value, new_value, reason)
                values (:reference, :at, :who, :what, :oldValue, :newValue, :reason)""")
                .param("reference", reference.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("what", what)
                .param("oldValue", oldValue)
                .param("newValue", newValue)
                .param("reason", reason)
                .update();
    }

    /**
     * @param page from 0
     * @param size entries a page, at most 200
     * @return a page of the case's entries, oldest first
     */
    public List<Entry> of(CaseReference reference, int page, int size) {
        int limit = Math.min(Math.max(size, 1), 200);
        return jdbc.sql("""
                select recorded_at, recorded_by, what, old_value, new_value, reason from timeline_entry
                where case_reference = :reference order by id limit :limit offset :offset""")
                .param("reference", reference.value())
                .param("limit", limit)
                .param("offset", Math.max(page, 0) * limit)
                .query(Timeline::entry)
                .list();
    }

    /** As {@link #of(CaseReference, int, int)}, the latest first. */
    public List<Entry> latestFirst(CaseReference reference, int page, int size) {
        int limit = Math.min(Math.max(size, 1), 200);
        return jdbc.sql("""
                select recorded_at, recorded_by, what, old_value, new_value, reason from timeline_entry
                where case_reference = :reference order by id desc limit :limit offset :offset""")
                .param("reference", reference.value())
                .param("limit", limit)
                .param("offset", Math.max(page, 0) * limit)
                .query(Timeline::entry)
                .list();
    }

    /** @return the latest entries, the latest first, at most so many and never more than 50 */
    public List<Entry> latest(CaseReference reference, int most) {
        return jdbc.sql("""
                select recorded_at, recorded_by, what, old_value, new_value, reason from timeline_entry
                where case_reference = :reference order by id desc limit :most""")
                .param("reference", reference.value())
                .param("most", Math.min(most, 50))
                .query(Timeline::entry)
                .list();
    }

    /** @return the latest entry */
    public Optional<Entry> latest(CaseReference reference) {
        return jdbc.sql("""
                select recorded_at, recorded_by, what, old_value, new_value, reason from timeline_entry
                where case_reference = :reference order by id desc limit 1""")
                .param("reference", reference.value())
                .query(Timeline::entry)
                .optional();
    }

    /** @return the last entry that says this */
    public Optional<Entry> latest(CaseReference reference, String what) {
        return jdbc.sql("""
                select recorded_at, recorded_by, what, old_value, new_value, reason from timeline_entry
                where case_reference = :reference and what = :what order by id desc limit 1""")
                .param("reference", reference.value())
                .param("what", what)
                .query(Timeline::entry)
                .optional();
    }

    /** @return the entries that say this, oldest first, at most the last so many */
    public List<Entry> of(CaseReference reference, String what, int most) {
        return jdbc.sql("""
                select * from (select id, recorded_at, recorded_by, what, old_value, new_value, reason from timeline_entry
                where case_reference = :reference and what = :what order by id desc limit :most) latest order by id""")
                .param("reference", reference.value())
                .param("what", what)
                .param("most", most)
                .query(Timeline::entry)
                .list();
    }

    public long count(CaseReference reference) {
        return jdbc.sql("select count(*) from timeline_entry where case_reference = :reference")
                .param("reference", reference.value())
                .query(Long.class)
                .single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("what"),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getString("reason"));
    }
}
