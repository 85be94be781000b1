package org.rovingpm.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every message with its events. Events are only ever added; the database makes sure of that. */
@Repository
public class Messages {

    private static final String SELECT = """
        select m.*, e.recorded_at as status_at, e.why from message m
        left join lateral (select recorded_at, why from message_event where message_id = m.id order by id desc limit 1) e on true\s""";

    private static final String INSERT = """
        insert into message (key, template, case_reference, recipient, person, name, subject, body, question_id, queued_at, delivery, status)
        values (:key, :template, :reference, :recipient, :person, :name, :subject, :body, :question, :at, :delivery, :status)
        on conflict (key) do nothing returning id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Something that happened to a message. */
    public record Event(MessageEvent what, Instant at, String why, String who) {}

    public Optional<Message> find(long id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(Messages::message)
                .optional();
    }

    /** @return the messages of the case, latest first, up to the given number */
    public List<Message> of(CaseReference reference, int most) {
        return jdbc.sql(SELECT + "where m.case_reference = :reference order by m.id desc limit :most")
                .param("reference", reference.value())
                .param("most", most)
                .query(Messages::message)
                .list();
    }

    /** @return the events of the message, in order */
    public List<Event> events(Message message) {
        return jdbc.sql("select * from message_event where message_id = :id order by id limit 200")
                .param("id", message.id())
                .query((row, number) -> event(row))
                .list();
    }

    /** @return the last events of each message, in order, up to the given number, by the number of the message */
    public Map<Long, List<Event>> events(List<Message> of, int most) {
        Map<Long, List<Event>> steps = new HashMap<>();
        jdbc.sql("""
                select e.* from unnest(:messages) m(id) cross join lateral (
                    select * from message_event where message_id = m.id order by id desc limit :most) e
                order by e.id""")
                .param("messages", of.stream().map(Message::id).toArray(Long[]::new))
                .param("most", most)
                .query((row, number) -> steps.computeIfAbsent(row.getLong("message_id"), id -> new ArrayList<>())
                        .add(event(row)))
                .list();
        return steps;
    }

    /**
     * Adds a message to be sent.
     *
     * @return false if a message with this key has been queued before
     */
    public boolean add(Message message, String delivery) {
        return jdbc.sql(INSERT)
                .params(values(message, MessageStatus.QUEUED, delivery))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /**
     * Adds a message that is never sent, with the reason.
     *
     * @return false if a message with this key has been queued before
     */
    public boolean add(Message message, MessageEvent step, MessageStatus status, String why) {
        Map<String, Object> values = values(message, status, null);
        values.put("step", step.name());
        values.put("why", why);
        return jdbc.sql(
                                "with added as (" + INSERT
                                        + ") insert into message_event (message_id, recorded_at, what, why) select id, :at, :step, :why from added")
                        .params(values)
                        .update()
                > 0;
    }

    private static Map<String, Object> values(Message message, MessageStatus status, String delivery) {
        Map<String, Object> values = new HashMap<>();
        values.put("key", message.key());
        values.put("template", message.template());
        values.put(
                "reference",
                message.reference() == null ? null : message.reference().value());
        values.put("recipient", message.recipient());
        values.put("person", message.person());
        values.put("name", message.name());
        values.put("subject", message.subject());
        values.put("body", message.body());
        values.put("question", message.question());
        values.put("at", message.queuedAt().atOffset(ZoneOffset.UTC));
        values.put("delivery", delivery);
        values.put("status", status.name());
        return values;
    }

    /** Locks the message until the calling transaction ends. */
    public Optional<Message> lock(String delivery) {
        return jdbc.sql("select id from message where delivery = :delivery for update")
                .param("delivery", delivery)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    /** Locks the message until the calling transaction ends. */
    public Optional<Message> lock(long id) {
        return jdbc.sql("select id from message where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    /** Locks the message until the calling transaction ends. */
    public Optional<Message> lockByKey(String key) {
        return jdbc.sql("select id from message where key = :key for update")
                .param("key", key)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    public void note(long id, MessageEvent step, MessageStatus status, String why, String who) {
        jdbc.sql("""
                with changed as (update message set status = :status where id = :id returning id)
                insert into message_event (message_id, recorded_at, what, why, recorded_by) select id, :at, :what, :why, :who from changed""")
                .param("status", status.name())
                .param("id", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("what", step.name())
                .param("why", why, Types.VARCHAR)
                .param("who", who, Types.VARCHAR)
                .update();
    }

    public void sendTo(long id, String address) {
        jdbc.sql("update message set address = :address where id = :id")
                .param("address", address)
                .param("id", id)
                .update();
    }

    /** @return the address it was last sent to; empty if it was never sent */
    public Optional<String> addressOf(long id) {
        return jdbc.sql("select address from message where id = :id and address is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    public void deliverBy(long id, String delivery) {
        jdbc.sql("update message set delivery = :delivery where id = :id")
                .param("delivery", delivery)
                .param("id", id)
                .update();
    }

    /** @return the number of attempts since it was queued or sent again */
    public int attempts(long id) {
        return jdbc.sql("""
                select count(*) from message_event where message_id = :id and what = 'ATTEMPTED'
                   and id > (select coalesce(max(id), 0) from message_event where message_id = :id and what = 'ASKED_AGAIN')""").param("id", id).query(Integer.class).single();
    }

    /** @return when it was last handed over; empty if it never was */
    public Optional<Instant> lastAttempt(long id) {
        return jdbc.sql(
                        "select recorded_at from message_event where message_id = :id and what = 'ATTEMPTED' order by id desc limit 1")
                .param("id", id)
                .query((row, number) -> instant(row, "recorded_at"))
                .optional();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                MessageEvent.valueOf(row.getString("what")),
                instant(row, "recorded_at"),
                row.getString("why"),
                row.getString("recorded_by"));
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        String reference = row.getString("case_reference");
        return new Message(
                row.getLong("id"),
                row.getString("key"),
                row.getString("template"),
                reference == null ? null : new CaseReference(reference),
                row.getString("recipient"),
                row.getString("person"),
                row.getString("name"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("question_id", Long.class),
                instant(row, "queued_at"),
                MessageStatus.valueOf(row.getString("status")),
                instant(row, "status_at"),
                row.getString("why"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
