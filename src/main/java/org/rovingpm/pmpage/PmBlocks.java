package org.rovingpm.pmpage;

import java.util.List;
import org.rovingpm.hiddencase.HiddenCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The practices with which a PM must not be matched because one side said so. */
@Repository
public class PmBlocks {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    PmBlocks(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /** @param byPm whether the PM does not want the match; otherwise it is the practice */
    public record OfPm(String practice, boolean byPm) {}

    /** @return those in force today by name of the practice, at most 50 */
    public List<OfPm> of(String pm) {
        return jdbc.sql("""
                select p.name as practice, b.side = 'PM' as by_pm from published_blocks(:today) b
                  join published_practice p on p.ods_code = b.ods_code
                 where b.pm = :pm order by p.name, b.side limit :most""")
                .param("pm", pm)
                .param("today", hiddenCases.today())
                .param("most", MOST)
                .query(OfPm.class)
                .list();
    }
}
