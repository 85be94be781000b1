package org.rovingpm.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.hiddencase.CaseChoice;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What practices and PMs have written back. A reply does not exist for somebody from whom its case is hidden or, while it waits, any
 * case that it may be about.
 */
@Repository
public class Replies {

    /** Where a count stops. */
    public static final int MOST_COUNTED = 500;

    private static final String HIDDEN = "(select h.case_reference from published_hidden_cases(:reader, :today) h)";

    private static final String WAITING = """
        r.filed_at is null and r.set_aside_at is null
        and not exists (select from reply_case c where c.reply_id = r.id and c.case_reference in\s""" + HIDDEN + """
        )
        and not exists (select from published_case_mailbox m where lower(m.mailbox) = r.sender and m.case_reference in\s""" + HIDDEN + ")";

    private static final String TO_ANSWER =
            "r.filed_at is not null and r.answered_at is null and not r.automatic and r.case_reference not in "
                    + HIDDEN;

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;
    private final Clock clock;

    Replies(JdbcClient jdbc, HiddenCases hiddenCases, Clock clock) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
        this.clock = clock;
    }

    /** @return those that wait to be filed, the earliest first */
    public List<Reply> waiting(String reader, int first, int most) {
        return page(WAITING, reader, first, most);
    }

    /** @return those of any case to which an answer is wanted, the earliest first */
    public List<Reply> toAnswer(String reader, int first, int most) {
        return page(TO_ANSWER, reader, first, most);
    }

    /** @return how many the office has to look at, at most {@value #MOST_COUNTED} */
    public int count(String reader) {
        return jdbc.sql("select count(*) from (select from reply r where (%s) or (%s) limit %d) counted"
                        .formatted(WAITING, TO_ANSWER, MOST_COUNTED))
                .param("reader", reader)
                .param("today", hiddenCases.today())
                .query(Integer.class)
                .single();
    }

    /** @return one that waits to be filed and that the reader may see */
    public Optional<Reply> findWaiting(long id, String reader) {
        return one("r.id = :id and " + WAITING, id, reader);
    }

    /** @return one that is filed with a case and to which an answer is wanted, where the reader may see the case */
    public Optional<Reply> findToAnswer(long id, String reader) {
        return one("r.id = :id and " + TO_ANSWER, id, reader);
    }

    /**
     * The caller makes sure that the reader may see the cases.
     *
     * @param writer user id of whose replies alone are found; null for all
     * @return those filed with these cases, the latest first
     */
    public List<Reply> of(Collection<CaseReference> cases, String writer, int most) {
        return withFiles(jdbc.sql("""
                select r.* from reply r
                 where r.case_reference = any (:cases) and (cast(:writer as varchar) is null or r.writer = :writer)
                 order by r.arrived_at desc, r.id desc limit :most""")
                .param("cases", cases.stream().map(CaseReference::value).toArray(String[]::new))
                .param("writer", writer)
                .param("most", most)
                .query(Replies::reply)
                .list());
    }

    /** @return the cases that each of these may be about, by its id */
    public Map<Long, List<CaseChoice>> mayBeAbout(List<Reply> replies) {
        Map<Long, List<CaseChoice>> found = new HashMap<>();
        jdbc.sql("""
                select c.reply_id, c.case_reference, string_agg(n.name, ' and ' order by l.leads desc, l.ods_code) as practices
                  from reply_case c
                  join published_case_practice l on l.case_reference = c.case_reference
                  join published_practice n on n.ods_code = l.ods_code
                 where c.reply_id = any (:ids) group by c.reply_id, c.case_reference order by c.case_reference desc""")
                .param("ids", replies.stream().map(Reply::id).toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("reply_id"), id -> new ArrayList<>())
                            .add(new CaseChoice(row.getString("case_reference"), row.getString("practices")));
                });
        return found;
    }

    private List<Reply> page(String condition, String reader, int first, int most) {
        return withFiles(jdbc.sql("select r.* from reply r where " + condition
                        + " order by r.arrived_at, r.id offset :first limit :most")
                .param("reader", reader)
                .param("today", hiddenCases.today())
                .param("first", first)
                .param("most", most)
                .query(Replies::reply)
                .list());
    }

    private Optional<Reply> one(String condition, long id, String reader) {
        return withFiles(jdbc.sql("select r.* from reply r where " + condition)
                        .param("id", id)
                        .param("reader", reader)
                        .param("today", hiddenCases.today())
                        .query(Replies::reply)
                        .list())
                .stream()
                .findFirst();
    }

    private List<Reply> withFiles(List<Reply> replies) {
        Map<Long, List<Reply.File>> files = new HashMap<>();
        jdbc.sql("select reply_id, name, refused from reply_attachment where reply_id = any (:ids) order by place")
                .param("ids", replies.stream().map(Reply::id).toArray(Long[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getLong("reply_id"), id -> new ArrayList<>())
                            .add(new Reply.File(row.getString("name"), row.getString("refused")));
                });
        return replies.stream()
                .map(one -> new Reply(
                        one.id(),
                        one.arrivedAt(),
                        one.sender(),
                        one.senderName(),
                        one.subject(),
                        one.words(),
                        one.quoted(),
                        one.automatic(),
                        one.notRead(),
                        one.whyWaiting(),
                        one.reference(),
                        one.writer(),
                        one.filedBy(),
                        one.filedAt(),
                        one.answeredAt(),
                        one.answeredBy(),
                        files.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** What is stored of a mail when it comes. */
    record Arrived(
            byte[] hash,
            Instant at,
            String sender,
            String senderName,
            String subject,
            Quotation text,
            boolean automatic,
            String notRead,
            Long message,
            String whyWaiting) {}

    /** @return its id; empty where it has come before */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Long> add(Arrived mail) {
        return jdbc.sql("""
                insert into reply (mail_hash, arrived_at, read_at, sender, sender_name, subject, words, quoted, automatic, not_read,
                                   message_id, why_waiting)
                values (:hash, :arrived, :now, :sender, :name, :subject, :words, :quoted, :automatic, :notRead, :message, :why)
                on conflict (mail_hash) do nothing returning id""")
                .param("hash", mail.hash())
                .param("arrived", mail.at().atOffset(ZoneOffset.UTC))
                .param("now", now())
                .param("sender", mail.sender())
                .param("name", mail.senderName())
                .param("subject", mail.subject())
                .param("words", mail.text().words())
                .param("quoted", mail.text().quoted(), Types.VARCHAR)
                .param("automatic", mail.automatic())
                .param("notRead", mail.notRead(), Types.VARCHAR)
                .param("message", mail.message(), Types.BIGINT)
                .param("why", mail.whyWaiting(), Types.VARCHAR)
                .query(Long.class)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void mayBeAbout(long id, Collection<CaseReference> cases) {
        cases.forEach(reference -> jdbc.sql(
                        "insert into reply_case (reply_id, case_reference) values (:id, :reference) on conflict do nothing")
                .param("id", id)
                .param("reference", reference.value())
                .update());
    }

    /** @param content null where the file is refused, or is a document already */
    @Transactional(propagation = Propagation.MANDATORY)
    void addFile(long id, int place, Reply.File file, byte[] content) {
        jdbc.sql("insert into reply_attachment (reply_id, place, name, refused) values (:id, :place, :name, :refused)")
                .param("id", id)
                .param("place", place)
                .param("name", file.name())
                .param("refused", file.refused(), Types.VARCHAR)
                .update();
        if (content != null) {
            jdbc.sql("insert into reply_attachment_content (reply_id, place, content) values (:id, :place, :content)")
                    .param("id", id)
                    .param("place", place)
                    .param("content", content)
                    .update();
        }
    }

    /** A file of a reply that waits. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(int place, String name, byte[] content) {}

    @Transactional(propagation = Propagation.MANDATORY)
    List<Kept> filesOf(long id) {
        return jdbc.sql("""
                select a.place, a.name, c.content from reply_attachment a
                  join reply_attachment_content c on c.reply_id = a.reply_id and c.place = a.place
                 where a.reply_id = :id order by a.place""")
                .param("id", id)
                .query((row, number) -> new Kept(row.getInt("place"), row.getString("name"), row.getBytes("content")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void refuseFile(long id, int place, String why) {
        jdbc.sql("update reply_attachment set refused = :why where reply_id = :id and place = :place")
                .param("why", why)
                .param("id", id)
                .param("place", place)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void forgetFiles(long id) {
        jdbc.sql("delete from reply_attachment_content where reply_id = :id")
                .param("id", id)
                .update();
    }

    /**
     * @param who user id of whoever files it; null where it is filed by itself
     * @return whether it was still waiting
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean file(long id, CaseReference reference, String writer, String who) {
        return jdbc.sql("""
                update reply set case_reference = :reference, writer = :writer, filed_at = :now, filed_by = :who
                 where id = :id and filed_at is null and set_aside_at is null""")
                        .param("reference", reference.value())
                        .param("writer", writer)
                        .param("now", now())
                        .param("who", who, Types.VARCHAR)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether it was still waiting */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean setAside(long id, String why, String who) {
        return jdbc.sql("""
                update reply set set_aside_at = :now, set_aside_by = :who, set_aside_why = :why, words = null, quoted = null
                 where id = :id and filed_at is null and set_aside_at is null""")
                        .param("now", now())
                        .param("who", who)
                        .param("why", why)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether an answer was still wanted */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean answered(long id, String who) {
        return jdbc.sql(
                                "update reply set answered_at = :now, answered_by = :who where id = :id and answered_at is null")
                        .param("now", now())
                        .param("who", who)
                        .param("id", id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Reply reply(ResultSet row, int number) throws SQLException {
        String reference = row.getString("case_reference");
        OffsetDateTime filed = row.getObject("filed_at", OffsetDateTime.class);
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Reply(
                row.getLong("id"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("subject"),
                row.getString("words"),
                row.getString("quoted"),
                row.getBoolean("automatic"),
                row.getString("not_read"),
                row.getString("why_waiting"),
                reference == null ? null : new CaseReference(reference),
                row.getString("writer"),
                row.getString("filed_by"),
                filed == null ? null : filed.toInstant(),
                answered == null ? null : answered.toInstant(),
                row.getString("answered_by"),
                List.of());
    }
}
