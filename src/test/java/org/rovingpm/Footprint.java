package org.rovingpm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the database, table by table: number of rows and a sum of what they hold. */
final class Footprint {

    /** Large, and no form writes to them. */
    private static final List<String> LEFT_OUT = List.of("practice", "postcode_position", "outcode_position", "position_file",
        "flyway_schema_history", "act_ge_property", "act_ru_meter_log", "bucket", "act_re_procdef", "act_hi_dec_in", "act_hi_dec_out");

    private final JdbcClient jdbc;
    private final String question;

    Footprint(JdbcClient jdbc) {
        this.jdbc = jdbc;
        question = jdbc.sql("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
            .query(String.class).list().stream().filter(table -> !LEFT_OUT.contains(table)).sorted()
            .map(table -> "select '%s' as name, count(*) || ' rows, ' || coalesce(sum(hashtext(t::text)), 0) as held from %s t".formatted(table, table))
            .collect(Collectors.joining(" union all "));
    }

    Map<String, String> now() {
        Map<String, String> tables = new LinkedHashMap<>();
        jdbc.sql(question).query(row -> {
            tables.put(row.getString("name"), row.getString("held"));
        });
        return tables;
    }
}
