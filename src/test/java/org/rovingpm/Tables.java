package org.rovingpm;

import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables, views and functions that the migrations make, as the database's catalogue knows them. */
final class Tables {

    private final JdbcClient jdbc;

    Tables() {
        DriverManagerDataSource database =
                new DriverManagerDataSource(TestDatabase.createDatabase(), "postgres", "postgres");
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
    }

    /** @return the comments of tables and views, by name; empty where there is none */
    Map<String, String> relations() {
        return byName("""
            select relname as name, coalesce(obj_description(oid, 'pg_class'), '') as words from pg_class
             where relkind in ('r', 'v') and relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'""");
    }

    /** @return the comments of functions, by name; empty where there is none */
    Map<String, String> functions() {
        return byName("""
            select proname as name, coalesce(obj_description(oid, 'pg_proc'), '') as words from pg_proc p
             where pronamespace = 'public'::regnamespace
               and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')""");
    }

    /** @return what views and functions do, by name */
    Map<String, String> bodies() {
        Map<String, String> bodies =
                byName("select viewname as name, definition as words from pg_views where schemaname = 'public'");
        bodies.putAll(byName("""
            select proname as name, prosrc as words from pg_proc p where pronamespace = 'public'::regnamespace
               and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')"""));
        return bodies;
    }

    /** @return the checks that a column holds one of some codes, by table and column: {@code ARRAY['OPEN', 'CLOSED']} */
    Map<String, String> checksOfCodes() {
        return byName("""
            select conrelid::regclass || '.' || substring(words from '^CHECK \\(\\(\\((\\w+)\\)::text = ANY') as name, words
              from (select conrelid, pg_get_constraintdef(oid) as words from pg_constraint where contype = 'c' and conrelid <> 0) c
             where conrelid::regclass::text not like '%.%' and words ~ '^CHECK \\(\\(\\(\\w+\\)::text = ANY'""");
    }

    private Map<String, String> byName(String question) {
        Map<String, String> found = new TreeMap<>();
        jdbc.sql(question).query(row -> {
            found.put(row.getString("name"), row.getString("words"));
        });
        return found;
    }
}
