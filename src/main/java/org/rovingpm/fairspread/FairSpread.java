package org.rovingpm.fairspread;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.database.SqlFile;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the practices of a case and the area of the leading one have had in the last twelve months, and what waits there for a PM: as
 * one reader may see it.
 */
@Component
public class FairSpread {

    private static final String QUESTION = SqlFile.read(FairSpread.class, "spread.sql");

    private final SupportCases cases;
    private final HiddenCases hiddenCases;
    private final JdbcClient jdbc;

    FairSpread(SupportCases cases, HiddenCases hiddenCases, JdbcClient jdbc) {
        this.cases = cases;
        this.hiddenCases = hiddenCases;
        this.jdbc = jdbc;
    }

    /**
     * @param area     outward part of the leading practice's postcode, such as NG7; null where it is not known
     * @param practice of all practices of the case
     * @param waiting  the other cases of the area that wait for a PM
     */
    public record Spread(String area, Had practice, Had inArea, Waiting waiting) {}

    /**
     * What there has been in the last twelve months.
     *
     * @param cases    in which a PM has been there
     * @param sessions half days, as they were agreed
     * @param pounds   spent
     */
    public record Had(long cases, BigDecimal sessions, BigDecimal pounds) {}

    /** How many cases wait, by rating. */
    public record Waiting(long red, long amber, long green, long unrated) {}

    /** @param reader user id: cases that are hidden from them are left out */
    public Spread of(CaseReference reference, String reader) {
        SupportCase supportCase = cases.get(reference);
        String area = areaOf(supportCase.leadingPractice());
        LocalDate today = hiddenCases.today();
        return jdbc.sql(QUESTION)
                .param("reference", reference.value())
                .param("practices", codes(supportCase.practices()), Types.ARRAY)
                .param("area", area, Types.VARCHAR)
                .param("reader", reader)
                .param("today", today)
                .param("yearAgo", today.minusYears(1))
                .param("zone", SchemeTime.ZONE.getId())
                .query((row, number) -> spread(row, area))
                .single();
    }

    private String areaOf(OdsCode practice) {
        return jdbc.sql("select area from published_practice where ods_code = :practice and area is not null")
                .param("practice", practice.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static String[] codes(List<OdsCode> practices) {
        return practices.stream().map(OdsCode::value).toArray(String[]::new);
    }

    private static Spread spread(ResultSet row, String area) throws SQLException {
        return new Spread(
                area,
                new Had(
                        row.getLong("cases_here"),
                        row.getBigDecimal("sessions_here"),
                        row.getBigDecimal("pounds_here")),
                new Had(
                        row.getLong("cases_near"),
                        row.getBigDecimal("sessions_near"),
                        row.getBigDecimal("pounds_near")),
                new Waiting(row.getLong("red"), row.getLong("amber"), row.getLong("green"), row.getLong("unrated")));
    }
}
