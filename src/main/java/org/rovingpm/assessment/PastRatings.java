package org.rovingpm.assessment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.engine.PastDecisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ratings that were suggested for the latest requests, with what was known of each on the day of the suggestion. */
@Component
class PastRatings implements PastDecisions {

    private final JdbcClient jdbc;

    PastRatings(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        return jdbc.sql("""
                select c.*, s.rag suggested, s.suggested_at from rag_suggestion s join support_case c on c.reference = s.case_reference
                where not exists (select from rag_suggestion later where later.case_reference = s.case_reference and later.id > s.id)
                order by s.id desc limit :most""")
                .param("most", most)
                .query((row, number) -> {
                    OffsetDateTime at = row.getObject("suggested_at", OffsetDateTime.class);
                    return new PastDecision(
                            row.getString("reference"),
                            at.toInstant(),
                            facts(row, at.atZoneSameInstant(SchemeTime.ZONE).toLocalDate()),
                            row.getString("suggested"));
                })
                .list();
    }

    private static Map<String, Object> facts(ResultSet row, LocalDate on) throws SQLException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("daysAtRisk", days(on, row.getDate("at_risk_by")));
        facts.put("eventKind", row.getString("event_kind"));
        facts.put("daysToEvent", days(on, row.getDate("event_on")));
        facts.put("pmPostVacant", row.getBoolean("pm_post_vacant"));
        facts.put("servicesAtRisk", row.getBoolean("services_at_risk"));
        facts.put("payrollAtRisk", row.getBoolean("payroll_at_risk"));
        facts.put("listSize", row.getObject("list_size"));
        facts.put("cqcRating", row.getString("cqc_rating"));
        facts.put("help", List.of((String[]) row.getArray("help_kinds").getArray()));
        return facts;
    }

    private static Long days(LocalDate from, Date to) {
        return to == null ? null : ChronoUnit.DAYS.between(from, to.toLocalDate());
    }
}
