package org.rovingpm.supportcase.information;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions that practices were asked beyond their request, and their answers. */
@Repository
public class FurtherInformation {

    private final JdbcClient jdbc;
    private final Clock clock;

    FurtherInformation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param id      its number
     * @param text    what the practice was asked
     * @param practice the practice that was asked; null where all practices of the case were
     * @param answer  null while the practice has not answered
     * @param givenBy who at the practice answered
     */
    public record Question(
            long id,
            String text,
            OdsCode practice,
            Instant askedAt,
            String answer,
            String givenBy,
            Instant answeredAt) {

        /** Whether this practice was asked. */
        public boolean isFor(OdsCode one) {
            return practice == null || practice.equals(one);
        }
    }

    /** @return the case's questions, oldest first, at most 50 */
    public List<Question> of(CaseReference reference) {
        return jdbc.sql("""
                select id, question_text, ods_code, asked_at, answer, given_by, answered_at from further_information
                where case_reference = :reference order by id limit 50""")
                .param("reference", reference.value())
                .query((row, number) -> new Question(
                        row.getLong("id"),
                        row.getString("question_text"),
                        Optional.ofNullable(row.getString("ods_code"))
                                .map(OdsCode::new)
                                .orElse(null),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getString("answer"),
                        row.getString("given_by"),
                        Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }

    /** @return the question that the practice has not answered yet */
    public Optional<Question> open(CaseReference reference) {
        return of(reference).stream()
                .filter(question -> question.answer() == null)
                .findFirst();
    }

    void ask(CaseReference reference, String question, OdsCode practice, String who) {
        jdbc.sql("""
                insert into further_information (case_reference, question_text, ods_code, asked_at, asked_by)
                values (:reference, :question, :practice, :at, :who)""")
                .param("reference", reference.value())
                .param("question", question)
                .param("practice", practice == null ? null : practice.value(), Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
    }

    void answer(CaseReference reference, String answer, String givenBy, String who) {
        int rows = jdbc.sql("""
                update further_information set answer = :answer, given_by = :givenBy, answered_at = :at, recorded_by = :who
                where case_reference = :reference and answer is null""")
                .param("reference", reference.value())
                .param("answer", answer)
                .param("givenBy", givenBy)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
        if (rows == 0) {
            throw new Refusal("The practice's answer has been recorded already: refresh the list.");
        }
    }
}
