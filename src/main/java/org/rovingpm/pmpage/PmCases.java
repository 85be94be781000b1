package org.rovingpm.pmpage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.placement.EndReason;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The placements of a PM, as far as the reader may see the cases. */
@Repository
public class PmCases {

    private static final String OF_PM = """
        select p.case_reference as reference, l.practices, l.stage, p.sessions_a_week, p.started_on, p.expected_end_on, p.ended_on,
               p.end_reason, p.last_reported_at
          from published_placement p join published_listed_case l on l.reference = p.case_reference
         where p.pm = :pm and p.case_reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
           and %s offset :first limit :most""";

    private static final String NOW = "p.ended_on is null order by p.expected_end_on, p.id";
    private static final String BEFORE = "p.ended_on is not null order by p.ended_on desc, p.id desc";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    PmCases(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /**
     * A placement of the PM.
     *
     * @param endedOn    null while it goes on
     * @param endReason  null while it goes on
     * @param lastReport null where no week has been reported
     */
    public record OfPm(
            String reference,
            List<String> practices,
            CaseStage stage,
            BigDecimal sessionsAWeek,
            LocalDate startedOn,
            LocalDate expectedEndOn,
            LocalDate endedOn,
            EndReason endReason,
            Instant lastReport) {

        public OfPm {
            practices = List.copyOf(practices);
        }
    }

    /** @return those that go on, what ends first at the top */
    public List<OfPm> now(String reader, String pm, int most) {
        return query(NOW, reader, pm, 0, most);
    }

    /** @return those that have ended, the latest first */
    public List<OfPm> before(String reader, String pm, int first, int most) {
        return query(BEFORE, reader, pm, first, most);
    }

    private List<OfPm> query(String which, String reader, String pm, int first, int most) {
        return jdbc.sql(OF_PM.formatted(which))
                .param("pm", pm)
                .param("reader", reader)
                .param("today", hiddenCases.today())
                .param("first", first)
                .param("most", most)
                .query((row, number) -> ofPm(row))
                .list();
    }

    private static OfPm ofPm(ResultSet row) throws SQLException {
        String reason = row.getString("end_reason");
        OffsetDateTime report = row.getObject("last_reported_at", OffsetDateTime.class);
        return new OfPm(
                row.getString("reference"),
                List.of((String[]) row.getArray("practices").getArray()),
                CaseStage.valueOf(row.getString("stage")),
                row.getBigDecimal("sessions_a_week"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("expected_end_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                reason == null ? null : EndReason.valueOf(reason),
                report == null ? null : report.toInstant());
    }
}
