package org.rovingpm.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions and their links. A link is 256 random bits, of which only a hash is stored: nobody who reads the
 * database can open one. Each message about a question carries its own link with its own expiry.
 */
@Repository
public class Questions {

    private final JdbcClient jdbc;
    private final AnswerSettings settings;
    private final JoinedCases joinedCases;
    private final Clock clock;

    Questions(JdbcClient jdbc, AnswerSettings settings, JoinedCases joinedCases, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.joinedCases = joinedCases;
        this.clock = clock;
    }

    /**
     * Records that the question is asked. Asking again changes nothing.
     *
     * @param practice whom it is put to; null where any practice of the case answers for all
     * @return its number
     */
    @Transactional
    public long ask(QuestionKind<?> kind, CaseReference reference, String subject, OdsCode practice) {
        return jdbc.sql("""
                insert into question (purpose, case_reference, subject, ods_code, asked_at)
                values (:purpose, :reference, :subject, :practice, :now)
                on conflict (case_reference, purpose, subject, ods_code) do update set subject = excluded.subject
                returning id""")
                .param("purpose", kind.purpose())
                .param("reference", reference.value())
                .param("subject", subject)
                .param("practice", practice == null ? null : practice.value(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Makes another link to the question, valid from now. Saved in its own transaction, because it may be sent even
     * if the caller's is rolled back.
     *
     * @param message  number of the message that carries it; null if none does
     * @param practice whose link it is; null if that is not known
     * @return its token, which is stored nowhere
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    String link(QuestionKind<?> kind, long question, Long message, OdsCode practice) {
        Secret link = Secret.random();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into question_link (token_hash, question_id, ods_code, made_at, expires_at, message_id)
                values (:hash, :question, :practice, :now, :expires, :message)""")
                .param("hash", link.hash())
                .param("question", question)
                .param("practice", practice == null ? null : practice.value(), Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(kind.linkValid(settings.linkValid())).atOffset(ZoneOffset.UTC))
                .param("message", message, Types.BIGINT)
                .update();
        return link.value();
    }

    /** @return the number of the message that carried the link; empty if none did */
    Optional<Long> messageOf(String token) {
        return Secret.read(token).flatMap(link -> jdbc.sql(
                        "select message_id from question_link where token_hash = :hash and message_id is not null")
                .param("hash", link.hash())
                .query(Long.class)
                .optional());
    }

    String purposeOf(long question) {
        return jdbc.sql("select purpose from question where id = :id")
                .param("id", question)
                .query(String.class)
                .single();
    }

    /** @return the question, if it is put to one practice */
    Optional<Question> putToOne(long question) {
        return jdbc.sql(
                        "select q.*, q.asked_at as expires_at, q.ods_code as practice from question q where q.id = :id and q.ods_code is not null")
                .param("id", question)
                .query(Questions::question)
                .optional();
    }

    public Optional<Question> find(String token) {
        return byToken(token, "");
    }

    /** As {@link #find}, if the link has not expired. */
    public Optional<Question> open(String token) {
        return find(token).filter(question -> clock.instant().isBefore(question.expiresAt()));
    }

    /** As {@link #find}, and locks the question until the transaction ends. */
    Optional<Question> lock(String token) {
        return byToken(token, " for update of q");
    }

    void answer(Question question, String answeredBy) {
        jdbc.sql("update question set answered_at = :now, answered_by = :by where id = :id and answered_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", answeredBy)
                .param("id", question.id())
                .update();
    }

    /** A link of a case that was closed as a duplicate leads to the same question of the case that goes on, if that has been asked there. */
    private Optional<Question> byToken(String token, String lock) {
        return ofLink(token, lock)
                .map(own -> own.isAnswered()
                        ? own
                        : joinedCases
                                .survivorOf(own.reference())
                                .flatMap(survivor -> sameOf(survivor, own, lock))
                                .orElse(own));
    }

    private Optional<Question> sameOf(CaseReference survivor, Question own, String lock) {
        return jdbc.sql("""
                select q.*, cast(:expires as timestamptz) as expires_at, cast(:practice as varchar) as practice from question q
                where q.case_reference = :survivor and q.purpose = :purpose and (q.ods_code is null or q.ods_code = :practice)
                order by q.answered_at is null desc, q.id desc limit 1""" + lock)
                .param("survivor", survivor.value())
                .param("purpose", own.purpose())
                .param(
                        "practice",
                        own.practice() == null ? null : own.practice().value(),
                        Types.VARCHAR)
                .param("expires", own.expiresAt().atOffset(ZoneOffset.UTC))
                .query(Questions::question)
                .optional();
    }

    private Optional<Question> ofLink(String token, String lock) {
        return Secret.read(token).flatMap(link -> jdbc.sql(
                        "select q.*, l.expires_at, coalesce(q.ods_code, l.ods_code) as practice from question q join question_link l on l.question_id = q.id where l.token_hash = :hash"
                                + lock)
                .param("hash", link.hash())
                .query(Questions::question)
                .optional());
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        String practice = row.getString("practice");
        return new Question(
                row.getLong("id"),
                row.getString("purpose"),
                new CaseReference(row.getString("case_reference")),
                row.getString("subject"),
                practice == null ? null : new OdsCode(practice),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                instant(row, "answered_at"),
                row.getString("answered_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
