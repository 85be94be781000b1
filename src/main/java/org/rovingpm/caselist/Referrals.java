package org.rovingpm.caselist;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the practices that somebody referred: the stage of each case, and nothing that the practice told the scheme. */
@Repository
public class Referrals {

    private static final String OF = """
        select r.reference, r.referred_at, l.practices, l.stage
          from published_referral r join listed_case l on l.reference = r.reference
         where r.referred_by = :reader
           and r.reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
         order by r.referred_at desc, r.reference desc offset :first limit :most""";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    Referrals(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /** A practice that the reader referred, or several that have merged with it since. */
    public record Referral(String reference, List<String> practices, Instant referredAt, CaseStage stage) {

        public Referral {
            practices = List.copyOf(practices);
        }
    }

    /** @return the latest first */
    public List<Referral> of(String person, int first, int most) {
        return jdbc.sql(OF)
                .param("reader", person)
                .param("today", hiddenCases.today())
                .param("first", first)
                .param("most", most)
                .query((row, number) -> new Referral(
                        row.getString("reference"),
                        List.of((String[]) row.getArray("practices").getArray()),
                        row.getObject("referred_at", OffsetDateTime.class).toInstant(),
                        CaseStage.valueOf(row.getString("stage"))))
                .list();
    }
}
