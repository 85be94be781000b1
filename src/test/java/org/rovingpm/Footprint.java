package org.rovingpm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the database, table by table: number of rows and a sum of what they hold; of files and models their length. */
final class Footprint {

    /** Large, and no form writes to them. */
    private static final List<String> LEFT_OUT = List.of(
            "practice",
            "postcode_position",
            "outcode_position",
            "position_file",
            "flyway_schema_history",
            "act_ge_property",
            "act_ru_meter_log",
            "bucket",
            "act_re_procdef",
            "act_hi_dec_in",
            "act_hi_dec_out");

    private final JdbcClient jdbc;
    private final String question;

    Footprint(JdbcClient jdbc) {
        this.jdbc = jdbc;
        question = jdbc.sql("""
                select format('select %L as name, count(*) || '' rows, '' || coalesce(sum(hashtext(%s::text)), 0) as held from %I t', table_name,
                              case when bool_or(data_type = 'bytea') then format('row(%s)', string_agg(case data_type
                                  when 'bytea' then format('octet_length(t.%I)', column_name) else format('t.%I', column_name) end, ', '))
                              else 't' end, table_name)
                  from information_schema.tables join information_schema.columns using (table_schema, table_name)
                 where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in (:leftOut) group by table_name order by 1""").param("leftOut", LEFT_OUT).query(String.class).list().stream()
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
