package org.rovingpm.funding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.rovingpm.hiddencase.HiddenCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger as people read it. The amounts are for everybody who sees the fund, because they make up what it has; which case one was
 * for, and what was noted then, is for those alone who may see the case.
 */
@Repository
public class LedgerEntries {

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    LedgerEntries(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /** What an entry does with the money. */
    public enum Kind {
        ALLOCATION("Put into the fund"),
        COMMITMENT("Committed to a case"),
        RELEASE("Released by a case"),
        SPEND("Spent by a case"),
        REVERSAL("Spending taken back");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * An entry.
     *
     * @param amount    in pounds
     * @param reference the case; null where there is none, and for readers who may not see it
     * @param hours     of a PM; null where there are none, and for readers who may not see the case
     * @param note      null where there is none, and for readers who may not see the case
     * @param by        user id; null for readers who may not see the case
     */
    public record Entry(
            Instant at, Kind kind, BigDecimal amount, String reference, BigDecimal hours, String note, String by) {}

    /**
     * @param reader    user id
     * @param seesCases whether they may see cases at all
     * @return the latest first
     */
    public List<Entry> of(String fund, String reader, boolean seesCases, int first, int most) {
        return jdbc.sql("""
                select e.recorded_at, e.kind, e.amount, case when e.shown then e.case_reference end as reference,
                       case when e.shown then e.hours end as hours, case when e.shown then e.note end as note,
                       case when e.shown then e.recorded_by end as by
                  from (select l.*, l.case_reference is null or :seesCases and l.case_reference not in (
                                   select h.case_reference from published_hidden_cases(:reader, :today) h) as shown
                          from ledger_entry l where l.fund_code = :fund order by l.id desc offset :first limit :most) e
                 order by e.id desc""")
                .param("fund", fund)
                .param("reader", reader)
                .param("seesCases", seesCases)
                .param("today", hiddenCases.today())
                .param("first", first)
                .param("most", most)
                .query((row, number) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Kind.valueOf(row.getString("kind")),
                row.getBigDecimal("amount"),
                row.getString("reference"),
                row.getBigDecimal("hours"),
                row.getString("note"),
                row.getString("by"));
    }
}
