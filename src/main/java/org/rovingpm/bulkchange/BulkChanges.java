package org.rovingpm.bulkchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.hiddencase.HiddenCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bulk changes and their items. The outcome of an item never changes; the database makes sure of that. */
@Repository
public class BulkChanges {

    private static final String NOT_HIDDEN = """
        (r.case_reference is null
         or r.case_reference <> all (array(select case_reference from published_hidden_cases(:user, :today))))""";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;
    private final Clock clock;

    BulkChanges(JdbcClient jdbc, HiddenCases hiddenCases, Clock clock) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
        this.clock = clock;
    }

    /** @return empty if the page with this key has been sent before */
    Optional<Long> add(String key, StartBulkChange.Form form, String who) {
        return jdbc.sql("""
                insert into bulk_change (key, kind, person, to_person, working_days, failing, reason, asked_by, asked_at)
                values (:key, :kind, :person, :toPerson, :days, :failing, :reason, :who, :at) on conflict (key) do nothing returning id""")
                .param("key", key)
                .param("kind", form.kind().name())
                .param("person", form.person(), Types.VARCHAR)
                .param("toPerson", form.toPerson(), Types.VARCHAR)
                .param("days", form.days(), Types.INTEGER)
                .param("failing", form.failing(), Types.VARCHAR)
                .param("reason", form.reason())
                .param("who", who)
                .param("at", now())
                .query(Long.class)
                .optional();
    }

    long idOf(String key) {
        return jdbc.sql("select id from bulk_change where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    void add(long id, List<BulkItemQuery.Row> rows) {
        for (int position = 0; position < rows.size(); position++) {
            BulkItemQuery.Row row = rows.get(position);
            jdbc.sql(
                            "insert into bulk_item (bulk_id, position, subject, case_reference, label) values (:id, :position, :subject, :reference, :label)")
                    .param("id", id)
                    .param("position", position + 1)
                    .param("subject", row.subject())
                    .param("reference", row.reference(), Types.VARCHAR)
                    .param("label", row.label())
                    .update();
        }
    }

    public Optional<BulkChange> find(long id) {
        return jdbc.sql("select * from bulk_change where id = :id")
                .param("id", id)
                .query(BulkChanges::change)
                .optional();
    }

    /** @return the latest ones first, at most so many */
    public List<BulkChange> latest(int most) {
        return jdbc.sql("select * from bulk_change order by asked_at desc, id desc limit :most")
                .param("most", most)
                .query(BulkChanges::change)
                .list();
    }

    /** @return how far it is, without cases that this person may not see */
    public BulkChange.Progress progress(long id, String user) {
        return jdbc.sql("""
                select count(*) as all, count(*) filter (where outcome = 'DONE') as done, count(*) filter (where outcome = 'REFUSED') as refused
                from bulk_item r where r.bulk_id = :id and %s""".formatted(NOT_HIDDEN))
                .param("id", id)
                .param("user", user)
                .param("today", hiddenCases.today())
                .query(BulkChange.Progress.class)
                .single();
    }

    /** @return rows in order, at most 200, without cases that this person may not see */
    public List<BulkChange.Row> rows(long id, String user, int first, int most) {
        return jdbc.sql("""
                select r.* from bulk_item r where r.bulk_id = :id and %s
                order by r.position limit :most offset :first""".formatted(NOT_HIDDEN))
                .param("id", id)
                .param("user", user)
                .param("today", hiddenCases.today())
                .param("first", Math.max(0, first))
                .param("most", Math.min(Math.max(most, 1), 200))
                .query(BulkChanges::row)
                .list();
    }

    /** @return the positions of waiting rows */
    List<Integer> waiting(long id, int most) {
        return jdbc.sql(
                        "select position from bulk_item where bulk_id = :id and outcome is null order by position limit :most")
                .param("id", id)
                .param("most", most)
                .query(Integer.class)
                .list();
    }

    /** Locks the row until the calling transaction ends. @return empty if it is no longer waiting */
    Optional<BulkChange.Row> lock(long id, int position) {
        return jdbc.sql(
                        "select * from bulk_item where bulk_id = :id and position = :position and outcome is null for update")
                .param("id", id)
                .param("position", position)
                .query(BulkChanges::row)
                .optional();
    }

    void note(long id, int position, boolean done, String explanation) {
        jdbc.sql(
                        "update bulk_item set outcome = :outcome, explanation = :explanation, processed_at = :at where bulk_id = :id and position = :position and outcome is null")
                .param("outcome", (done ? BulkChange.Outcome.DONE : BulkChange.Outcome.REFUSED).name())
                .param("explanation", explanation)
                .param("at", now())
                .param("id", id)
                .param("position", position)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static BulkChange change(ResultSet row, int number) throws SQLException {
        return new BulkChange(
                row.getLong("id"),
                BulkChange.Kind.valueOf(row.getString("kind")),
                row.getString("person"),
                row.getString("to_person"),
                row.getObject("working_days", Integer.class),
                row.getString("failing"),
                row.getString("reason"),
                row.getString("asked_by"),
                instant(row, "asked_at"));
    }

    private static BulkChange.Row row(ResultSet row, int number) throws SQLException {
        return new BulkChange.Row(
                row.getInt("position"),
                row.getString("subject"),
                row.getString("case_reference"),
                row.getString("label"),
                outcome(row.getString("outcome")),
                row.getString("explanation"),
                instant(row, "processed_at"));
    }

    private static BulkChange.Outcome outcome(String code) {
        return code == null ? null : BulkChange.Outcome.valueOf(code);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
