package org.rovingpm.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The feedback of practices, one a case. */
@Repository
public class Feedbacks {

    private final JdbcClient jdbc;

    Feedbacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Feedback> find(CaseReference reference) {
        return jdbc.sql("select * from feedback where case_reference = :reference")
                .param("reference", reference.value())
                .query((row, number) -> new Feedback(
                        agreement(row, "would_recommend"),
                        agreement(row, "length_useful"),
                        agreement(row, "improvements"),
                        row.getBigDecimal("hours_saved"),
                        row.getString("what_changed"),
                        row.getBoolean("may_quote"),
                        row.getString("comments"),
                        row.getString("given_by"),
                        row.getString("no_reason"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .optional();
    }

    private static Agreement agreement(ResultSet row, String column) throws SQLException {
        String answer = row.getString(column);
        return answer == null ? null : Agreement.valueOf(answer);
    }
}
