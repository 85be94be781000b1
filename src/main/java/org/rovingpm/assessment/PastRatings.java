package org.rovingpm.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.engine.PastDecisions;
import org.rovingpm.supportcase.help.HelpKinds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ratings suggested for the latest requests, with the facts of each on that day. */
@Component
class PastRatings implements PastDecisions {

    private final JdbcClient jdbc;
    private final HelpKinds helpKinds;

    PastRatings(JdbcClient jdbc, HelpKinds helpKinds) {
        this.jdbc = jdbc;
        this.helpKinds = helpKinds;
    }

    @Override
    public String decision() {
        return "rag-rating";
    }

    @Override
    public String output() {
        return "rag";
    }

    @Override
    public String label() {
        return "RAG rating";
    }

    @Override
    public List<PastDecision> recent(int most) {
        List<String> kinds = helpKinds.codes();
        return jdbc.sql("""
                select c.*, s.rag suggested, s.suggested_at from rag_suggestion s join published_case_risk c on c.reference = s.case_reference
                where not exists (select from rag_suggestion later where later.case_reference = s.case_reference and later.id > s.id)
                order by s.id desc limit :most""")
                .param("most", most)
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject("suggested_at", OffsetDateTime.class);
                    return new PastDecision(
                            row.getString("reference"),
                            at.toInstant(),
                            facts(row).on(at.atZoneSameInstant(SchemeTime.ZONE).toLocalDate(), kinds),
                            row.getString("suggested"));
                })
                .list();
    }

    private static RatingFacts facts(ResultSet row) throws SQLException {
        return new RatingFacts(
                row.getObject("at_risk_by", LocalDate.class),
                row.getBoolean("pm_post_vacant"),
                row.getBoolean("services_at_risk"),
                row.getBoolean("payroll_at_risk"),
                row.getString("event_kind"),
                row.getObject("event_on", LocalDate.class),
                row.getObject("list_size", Integer.class),
                row.getString("cqc_rating"),
                List.of((String[]) row.getArray("help_kinds").getArray()));
    }
}
