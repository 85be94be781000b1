package org.rovingpm.benchmark.data;

import java.util.List;
import org.rovingpm.benchmark.Size;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closed cases of years of which the engine's history remembers nothing any more: request, practice, help and PM, in our tables alone.
 * So the list of cases is measured at a size to which the engine need not be filled.
 */
public final class EarlierCases {

    private static final List<String> TABLES = List.of("""
            insert into support_case (reference, stage, rag, confidential, requested_at, requested_by, what_happened, since, services_at_risk,
                                      payroll_at_risk, cqc_rating, pm_post_vacant, referred_by_liaison, closed_at, version)
            select reference, case when n % 9 = 0 then 'DECLINED' else 'CLOSED' end,
                   case when n % 9 <> 0 then (array['RED', 'AMBER', 'AMBER', 'GREEN'])[1 + n % 4] end, false, requested_at, 'coordinator',
                   'The ' || (array['telephones', 'rotas', 'accounts', 'partners'])[1 + n % 4] || ' failed, as in report ' || n || '.',
                   requested_at::date, false, false, 'GOOD', false, false, requested_at + interval '100 days', 1
            """, """
            insert into case_practice (case_reference, ods_code, leads, contact_name, contact_role, contact_email)
            select reference, 'B' || lpad((1 + n % :practices)::text, 5, '0'), true,
                   (array['Ada', 'Bea', 'Cyn', 'Dot', 'Eve'])[1 + n % 5] || ' Contact' || n % 3000, 'GP partner', 'contact@example.org'
            """, """
            insert into case_help_kind (case_reference, kind)
            select reference, (array['STAFFING_SHORTAGE', 'PM_ABSENCE', 'FINANCES', 'CQC', 'MERGER'])[1 + n % 5]
            """, """
            insert into placement (case_reference, pm, started_on, ended_on, end_reason, sessions_a_week, expected_end_on)
            select reference, 'pm-' || lpad((1 + n % :pms)::text, 5, '0'), requested_at::date, requested_at::date + 90, 'SUPPORT_ENDED', 2,
                   requested_at::date + 90
            """);

    private static final String EACH = """
          from (select n, 'RPM-2015-' || 1000000 + n as reference, timestamptz '2005-01-01' + make_interval(mins => n * 9) as requested_at
                  from generate_series(1, :many) n) made""";

    private final JdbcClient jdbc;
    private final Size size;

    /** @param jdbc one connection of a superuser */
    public EarlierCases(JdbcClient jdbc, Size size) {
        this.jdbc = jdbc;
        this.size = size;
    }

    public void add(int many) {
        jdbc.sql("set session_replication_role = replica").update();
        TABLES.forEach(table -> jdbc.sql(table + EACH)
                .param("practices", size.practices())
                .param("pms", size.pms())
                .param("many", many)
                .update());
        jdbc.sql("set session_replication_role = origin").update();
        list(jdbc);
        jdbc.sql("vacuum (analyze)").update();
    }

    /** Lists what was copied past the triggers. */
    static void list(JdbcClient jdbc) {
        jdbc.sql("analyze").update();
        jdbc.sql("insert into listed_case select t.* from case_to_list t on conflict do nothing")
                .update();
    }
}
