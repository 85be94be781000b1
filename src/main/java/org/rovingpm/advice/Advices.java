package org.rovingpm.advice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The advice of cases. */
@Repository
public class Advices {

    private final JdbcClient jdbc;
    private final AdviceWays ways;

    Advices(JdbcClient jdbc, AdviceWays ways) {
        this.jdbc = jdbc;
        this.ways = ways;
    }

    /** @return what was advised last */
    public Optional<Advice> find(CaseReference reference) {
        return jdbc.sql("select * from advice where case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value())
                .query((row, number) -> new Advice(
                        row.getString("given_by"),
                        row.getObject("given_on", LocalDate.class),
                        ways.get(row.getString("way")),
                        row.getString("advice"),
                        row.getBigDecimal("hours"),
                        row.getBoolean("pm_needed"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .optional();
    }

    void add(CaseReference reference, Advice advice) {
        jdbc.sql("""
                insert into advice (case_reference, given_by, given_on, way, advice, hours, pm_needed, recorded_at, recorded_by)
                values (:reference, :by, :on, :way, :advice, :hours, :pmNeeded, :at, :who)""")
                .param("reference", reference.value())
                .param("by", advice.givenBy())
                .param("on", advice.givenOn())
                .param("way", advice.way().code())
                .param("advice", advice.text())
                .param("hours", advice.hours())
                .param("pmNeeded", advice.pmNeeded())
                .param("at", advice.at().atOffset(ZoneOffset.UTC))
                .param("who", advice.who())
                .update();
    }
}
