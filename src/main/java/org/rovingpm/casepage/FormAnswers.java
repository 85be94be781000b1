package org.rovingpm.casepage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.rovingpm.engine.RecordAnswers;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers in forms that managers added to a case's processes. It only grows; the database makes sure of that. */
@Component
public class FormAnswers implements RecordAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final Clock clock;

    FormAnswers(JdbcClient jdbc, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A step completed with such a form. */
    public record Step(Instant at, String who, String label, List<Answer> answers) {}

    @Override
    @Transactional
    public void record(Answered answered) {
        CaseReference reference = new CaseReference(answered.reference());
        jdbc.sql("""
                insert into form_answer (case_reference, recorded_at, recorded_by, process, step, step_label, form, answers)
                values (:reference, :at, :who, :process, :step, :label, :form, :answers::jsonb)""")
                .param("reference", reference.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", answered.who())
                .param("process", answered.process())
                .param("step", answered.step())
                .param("label", answered.label())
                .param("form", answered.form())
                .param("answers", json(answered.answers()))
                .update();
        timeline.add(reference, answered.who(), answered.label());
    }

    /** @return the latest 50 of the case, oldest first */
    public List<Step> of(CaseReference reference) {
        return jdbc.sql("""
                select * from (
                    select id, recorded_at, recorded_by, step_label, answers::text from form_answer
                    where case_reference = :reference order by id desc limit :most) latest
                order by id""")
                .param("reference", reference.value())
                .param("most", MOST)
                .query((row, number) -> new Step(
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by"),
                        row.getString("step_label"),
                        answers(row.getString("answers"))))
                .list();
    }

    private static String json(List<Answer> answers) {
        try {
            return JSON.writeValueAsString(answers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Answer> answers(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
