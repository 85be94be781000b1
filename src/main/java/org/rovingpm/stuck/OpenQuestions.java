package org.rovingpm.stuck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the practice of a case has been asked by a link and has not answered, as long as the answer still matters. */
@Repository
public class OpenQuestions {

    private static final String WAITING = """
        select w.id, w.what, w.asked_at,
               case when (select count(*) from published_case_practice c where c.case_reference = :reference) > 1 then n.name end as practice
          from (
        select q.id, w.what, q.asked_at, q.ods_code
          from (select case_reference, 'information' as purpose, id::text as subject, 'Information asked for' as what, null as ods_code
                  from published_information_request
                union all
                select case_reference, 'job-plan', id::text, 'Approval of the job plan', ods_code from published_plan_for_practice) w
          join published_open_question q
            on q.case_reference = w.case_reference and q.purpose = w.purpose and q.subject = w.subject
           and (w.ods_code is null or q.ods_code = w.ods_code)
         where w.case_reference = :reference
        union all
        select q.id, 'Feedback', q.asked_at, q.ods_code
          from published_open_question q join published_case c on c.reference = q.case_reference
         where q.case_reference = :reference and q.purpose = 'feedback' and c.stage = 'CLOSING'
           and not exists (select from published_feedback b where b.case_reference = q.case_reference and b.ods_code = q.ods_code)
        ) w left join published_practice n on n.ods_code = w.ods_code
         order by w.asked_at, n.name, w.id""";

    private final JdbcClient jdbc;

    OpenQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param what     what the practice is to give, such as “Feedback”
     * @param practice the name of the practice, of a case that has several and where each answers for itself; else null
     */
    public record OpenQuestion(long id, String what, String practice, Instant askedAt) {}

    /** @return the earliest first */
    public List<OpenQuestion> of(CaseReference reference) {
        return jdbc.sql(WAITING)
                .param("reference", reference.value())
                .query((row, number) -> new OpenQuestion(
                        row.getLong("id"),
                        row.getString("what"),
                        row.getString("practice"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
