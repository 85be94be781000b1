package org.rovingpm.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The feedback of practices, one of each practice of a case. */
@Repository
public class Feedbacks {

    private final SupportCases cases;
    private final JdbcClient jdbc;

    Feedbacks(SupportCases cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** @return that of the practices of the case, in the order in which it came */
    public List<Feedback> of(CaseReference reference) {
        return jdbc.sql("select * from feedback where case_reference = :reference order by recorded_at, ods_code")
                .param("reference", reference.value())
                .query((row, number) -> new Feedback(
                        new OdsCode(row.getString("ods_code")),
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
                .list();
    }

    public Optional<Feedback> find(CaseReference reference, OdsCode practice) {
        return of(reference).stream()
                .filter(feedback -> feedback.practice().equals(practice))
                .findFirst();
    }

    /** @return the practices of the case of which nothing is recorded yet, the leading one first */
    public List<OdsCode> missing(CaseReference reference) {
        Set<OdsCode> known = of(reference).stream().map(Feedback::practice).collect(Collectors.toSet());
        return cases.get(reference).practices().stream()
                .filter(practice -> !known.contains(practice))
                .toList();
    }

    private static Agreement agreement(ResultSet row, String column) throws SQLException {
        String answer = row.getString(column);
        return answer == null ? null : Agreement.valueOf(answer);
    }
}
