package org.rovingpm.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The scheme in figures, for those who may see no case: how many there are, never which. Cases that are hidden from the reader
 * are left out, so that no figure gives one away.
 */
@Repository
public class SchemeFigures {

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;
    private final Clock clock;

    SchemeFigures(JdbcClient jdbc, HiddenCases hiddenCases, Clock clock) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
        this.clock = clock;
    }

    /** How many open cases are at a stage, and how many of these are rated red. */
    public record AtStage(CaseStage stage, long cases, long red) {}

    /** @return every stage of an open case, also where none is */
    public List<AtStage> open(String reader) {
        Map<String, AtStage> counted = jdbc
                .sql("""
                    select l.stage, count(*) as cases, count(*) filter (where l.rag = 'RED') as red
                      from published_listed_case l
                     where l.open and l.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
                     group by l.stage""")
                .param("reader", reader)
                .param("today", hiddenCases.today())
                .query((row, number) -> new AtStage(
                        CaseStage.valueOf(row.getString("stage")), row.getLong("cases"), row.getLong("red")))
                .list()
                .stream()
                .collect(Collectors.toMap(one -> one.stage().name(), one -> one));
        return Arrays.stream(CaseStage.values())
                .filter(CaseStage::open)
                .map(stage -> counted.getOrDefault(stage.name(), new AtStage(stage, 0, 0)))
                .toList();
    }

    /** @return how many cases were requested since that day began in London */
    public long requestedSince(String reader, LocalDate day) {
        return since("requested_at", reader, day);
    }

    /** @return how many cases were closed since that day began in London */
    public long closedSince(String reader, LocalDate day) {
        return since("closed_at", reader, day);
    }

    private long since(String column, String reader, LocalDate day) {
        return jdbc.sql("""
                select count(*) from published_listed_case c
                 where c.%s >= :since and c.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)""".formatted(column))
                .param("since", day.atStartOfDay(SchemeTime.ZONE).toOffsetDateTime())
                .param("reader", reader)
                .param("today", hiddenCases.today())
                .query(Long.class)
                .single();
    }

    /** @return 1 April, when a year of the health service begins */
    public LocalDate startOfYear() {
        LocalDate today = LocalDate.now(clock);
        LocalDate april = LocalDate.of(today.getYear(), 4, 1);
        return today.isBefore(april) ? april.minusYears(1) : april;
    }
}
