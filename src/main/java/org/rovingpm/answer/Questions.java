package org.rovingpm.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions and their links. A link is 256 random bits, of which only a hash is stored: nobody who reads the
 * database can open one. Each message about a question carries a link of its own.
 */
@Repository
public class Questions {

    private final JdbcClient jdbc;
    private final AnswerSettings settings;
    private final Clock clock;

    Questions(JdbcClient jdbc, AnswerSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes that the question is put, or put again: the time to answer starts anew. @return its number */
    @Transactional
    public long ask(QuestionKind<?> kind, CaseReference reference, String subject) {
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into question (purpose, case_reference, subject, asked_at, expires_at)
                values (:purpose, :reference, :subject, :now, :expires)
                on conflict (case_reference, purpose, subject) do update set expires_at = excluded.expires_at
                returning id""")
            .param("purpose", kind.purpose()).param("reference", reference.value()).param("subject", subject)
            .param("now", now.atOffset(ZoneOffset.UTC)).param("expires", now.plus(kind.linkValid(settings.linkValid())).atOffset(ZoneOffset.UTC))
            .query(Long.class).single();
    }

    /**
     * Makes another link to the question. Kept in a transaction of its own: whoever sends it must be able to rely on it.
     *
     * @return its token, which is known nowhere else
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String link(long question) {
        Secret link = Secret.fresh();
        jdbc.sql("insert into question_link (token_hash, question_id, made_at) values (:hash, :question, :now)")
            .param("hash", link.hash()).param("question", question).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return link.value();
    }

    public Optional<Question> find(String token) {
        return byToken(token, "");
    }

    /** As {@link #find}, as long as the link opens its page. */
    public Optional<Question> open(String token) {
        return find(token).filter(question -> clock.instant().isBefore(question.expiresAt()));
    }

    /** As {@link #find}, and nobody else answers it until the transaction ends. */
    Optional<Question> lock(String token) {
        return byToken(token, " for update of q");
    }

    void answer(Question question, String answeredBy) {
        jdbc.sql("update question set answered_at = :now, answered_by = :by where id = :id and answered_at is null")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("by", answeredBy).param("id", question.id()).update();
    }

    private Optional<Question> byToken(String token, String lock) {
        return Secret.read(token).flatMap(link -> jdbc.sql(
                "select q.* from question q join question_link l on l.question_id = q.id where l.token_hash = :hash" + lock)
            .param("hash", link.hash()).query(Questions::question).optional());
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(row.getLong("id"), row.getString("purpose"), new CaseReference(row.getString("case_reference")),
            row.getString("subject"), instant(row, "asked_at"), instant(row, "expires_at"), instant(row, "answered_at"),
            row.getString("answered_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
