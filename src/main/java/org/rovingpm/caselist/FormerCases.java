package org.rovingpm.caselist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.rovingpm.hiddencase.HiddenCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The cases that a PM once supported and no longer does: which practice, and when. What has become of them since is not for them any
 * more, so it is neither shown nor found.
 */
@Repository
public class FormerCases {

    private static final String FORMER = """
        select l.reference, l.practices, l.area, p.started_on, p.ended_on
          from (select p.case_reference, min(p.started_on) as started_on, max(p.ended_on) as ended_on from published_placement p
                 where p.pm = :reader group by p.case_reference having bool_and(p.ended_on is not null)) p
          join listed_case l on l.reference = p.case_reference
         where l.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
           and lower(l.reference || ' ' || array_to_string(l.practices, ' ') || ' ' || array_to_string(l.ods_codes, ' ')) like all (:words)
         order by p.ended_on desc, l.reference desc offset :first limit :most""";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    FormerCases(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /**
     * A case that the reader once supported.
     *
     * @param startedOn when they were first placed there
     * @param endedOn   when their last placement there ended
     */
    public record FormerCase(
            String reference, List<String> practices, String area, LocalDate startedOn, LocalDate endedOn) {

        public FormerCase {
            practices = List.copyOf(practices);
        }
    }

    /**
     * @param typed a part of the number, of the name of a practice or of its ODS code; empty for all
     * @return the latest first
     */
    public List<FormerCase> of(String pm, String typed, int first, int most) {
        return jdbc.sql(FORMER)
                .param("reader", pm)
                .param("today", hiddenCases.today())
                .param(
                        "words",
                        Arrays.stream(CaseSearch.asListed(typed == null ? "" : typed)
                                        .split(" "))
                                .map(word -> "%" + word + "%")
                                .toArray(String[]::new))
                .param("first", first)
                .param("most", most)
                .query((row, number) -> new FormerCase(
                        row.getString("reference"),
                        List.of((String[]) row.getArray("practices").getArray()),
                        row.getString("area"),
                        row.getObject("started_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class)))
                .list();
    }
}
