package org.rovingpm.benchmark.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column of a copied row ({@code x}) of a story ({@code s}) in a copy ({@code c}).
 *
 * @param copied the SQL of its value
 */
record CopiedColumn(String name, String copied) {

    /** Our own ids of the stories are smaller. */
    private static final int IDS_A_COPY = 10_000;

    private static final String ENGINE_ID =
            "^([A-Za-z0-9_-]*:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
    private static final Set<String> OF_MODELS =
            Set.of("deployment_id_", "job_def_id_", "proc_def_id_", "job_definition_id_");
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("reference", "reference");
        NAMES.put("pm", "pm");
        NAMES.put("ods_code", "ods_code");
        NAMES.put("practice", "practice");
        NAMES.put("fund", "fund");
    }

    static List<CopiedColumn> of(JdbcClient jdbc, String table) {
        return jdbc.sql("""
                select column_name::text as name, data_type::text as type from information_schema.columns
                where table_schema = 'public' and table_name = :table and is_generated = 'NEVER' order by ordinal_position""")
                .param("table", table)
                .query((row, number) -> of(jdbc, table, row.getString("name"), row.getString("type")))
                .list();
    }

    private static CopiedColumn of(JdbcClient jdbc, String table, String name, String type) {
        return new CopiedColumn(
                name,
                switch (type) {
                    case "bigint" ->
                        name.equals("id") || name.endsWith("_id")
                                ? "x.%s + c.n * %d".formatted(name, IDS_A_COPY)
                                : "x." + name;
                    case "date" -> "x.%s - 7 * c.weeks".formatted(name);
                    // Timers are still to come
                    case "timestamp without time zone", "timestamp with time zone" ->
                        table.equals("act_ru_job") ? "x." + name : "x.%s - c.ago".formatted(name);
                    case "character varying", "text" -> text(jdbc, table, name);
                    default -> "x." + name;
                });
    }

    private static String text(JdbcClient jdbc, String table, String name) {
        if (List.of("what_happened", "idempotency_key", "key").contains(name)) {
            return "x.%s || ' ' || c.n".formatted(name);
        }
        StringBuilder cases = new StringBuilder();
        NAMES.forEach((story, copy) -> {
            if (occurs(jdbc, table, "x.%s = s.%s".formatted(name, story))) {
                cases.append(" when x.%s = s.%s then c.%s".formatted(name, story, copy));
            }
        });
        if (name.equals("rag")) {
            cases.append(" when x.rag is not null then c.rag");
        }
        if (name.equals("text_")) {
            cases.append(" when x.name_ = 'rag' and x.text_ is not null then c.rag");
            cases.append(" when x.name_ = 'planId' and x.text_ is not null then (x.text_::bigint + c.n * %d)::text"
                    .formatted(IDS_A_COPY));
        }
        if (!OF_MODELS.contains(name) && occurs(jdbc, table, "x.%s ~ '%s'".formatted(name, ENGINE_ID))) {
            String id = "left(x.%1$s, -36) || md5(right(x.%1$s, 36) || c.n)::uuid".formatted(name);
            boolean always = !occurs(jdbc, table, "x.%s !~ '%s'".formatted(name, ENGINE_ID));
            cases.append(" when %s then %s"
                    .formatted(always ? "x." + name + " is not null" : "x.%s ~ '%s'".formatted(name, ENGINE_ID), id));
        }
        return cases.isEmpty() ? "x." + name : "case" + cases + " else x." + name + " end";
    }

    private static boolean occurs(JdbcClient jdbc, String table, String condition) {
        return jdbc.sql(
                        "select exists (select from benchmark.%s x join benchmark.story s on s.stage = x.story_stage where %s)"
                                .formatted(table, condition))
                .query(Boolean.class)
                .single();
    }
}
