package org.rovingpm.supportcase.closure;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.closure.WriteClosingReport.ObjectivesMet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The closing reports of cases. */
@Repository
public class ClosingReports {

    private final JdbcClient jdbc;

    ClosingReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ClosingReport> find(CaseReference reference) {
        return jdbc.sql("select * from closing_report where case_reference = :reference")
                .param("reference", reference.value())
                .query((row, number) -> new ClosingReport(
                        ObjectivesMet.valueOf(row.getString("objectives_met")),
                        row.getString("what_changed"),
                        row.getString("what_remains"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("written_by")))
                .optional();
    }
}
