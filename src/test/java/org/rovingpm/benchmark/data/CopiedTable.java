package org.rovingpm.benchmark.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table with rows of cases, found by the column that says which case a row belongs to. */
record CopiedTable(JdbcClient jdbc, String name, String belongs) {

    private static final String IN_INSTANCE = " in (select id from benchmark.instance i where i.stage = s.stage)";
    private static final Set<String> WITHOUT_CASES =
            Set.of("act_ru_meter_log", "act_ru_task_meter_log", "open_task", "open_task_group");

    /** How to tell the rows of a case, the first that fits counts. */
    private enum Belonging {
        CASE("case_reference", "t.case_reference = s.reference"),
        PLACEMENT(
                "placement_id", "t.placement_id in (select id from placement p where p.case_reference = s.reference)"),
        NEED("need_id", "t.need_id in (select id from need n where n.case_reference = s.reference)"),
        PLAN("plan_id", "t.plan_id in (select id from job_plan p where p.case_reference = s.reference)"),
        CHECK_IN("check_in_id", "t.check_in_id in (select id from check_in c where c.case_reference = s.reference)"),
        MESSAGE("message_id", "t.message_id in (select id from message m where m.case_reference = s.reference)"),
        DOCUMENT(
                "document_id",
                "t.document_id in (select id from case_document d where d.case_reference = s.reference)"),
        INSTANCE("proc_inst_id_", "t.proc_inst_id_" + IN_INSTANCE),
        PROCESS_INSTANCE("process_instance_id_", "t.process_instance_id_" + IN_INSTANCE),
        TASK("task_id_", "t.task_id_ in (select id_ from act_ru_task k where k.proc_inst_id_" + IN_INSTANCE + ")"),
        RIGHT(
                "resource_id_",
                "(t.resource_id_" + IN_INSTANCE
                        + " or t.resource_id_ in (select id_ from act_ru_task k where k.proc_inst_id_" + IN_INSTANCE
                        + "))");

        private final String column;
        private final String condition;

        Belonging(String column, String condition) {
            this.column = column;
            this.condition = condition;
        }
    }

    /** @return every table that holds something of a case */
    static List<CopiedTable> all(JdbcClient jdbc) {
        return jdbc
                .sql(
                        "select table_name::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1")
                .query(String.class)
                .list()
                .stream()
                .filter(name -> !WITHOUT_CASES.contains(name))
                .map(name -> belonging(jdbc, name)
                        .map(condition -> new CopiedTable(jdbc, name, condition))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Optional<String> belonging(JdbcClient jdbc, String table) {
        if (table.equals("support_case")) {
            return Optional.of("t.reference = s.reference");
        }
        Set<String> columns = Set.copyOf(
                jdbc.sql("""
                select column_name::text from information_schema.columns where table_schema = 'public' and table_name = :table""").param("table", table).query(String.class).list());
        return java.util.Arrays.stream(Belonging.values())
                .filter(belonging -> columns.contains(belonging.column))
                .map(belonging -> belonging.condition)
                .findFirst();
    }

    void keepRowsOfStories() {
        jdbc.sql(
                        "create table benchmark.%s as select s.stage as story_stage, t.* from %s t join benchmark.story s on %s"
                                .formatted(name, name, belongs))
                .update();
    }

    void copy() {
        if (jdbc.sql("select count(*) from benchmark." + name).query(Long.class).single() == 0) {
            return;
        }
        List<CopiedColumn> columns = CopiedColumn.of(jdbc, name);
        List<String> indexes = dropIndexes();
        long began = System.nanoTime();
        int rows = jdbc.sql(
                        "insert into %s (%s) overriding system value select %s from benchmark.%s x join benchmark.story s on s.stage = x.story_stage join benchmark.copy c on c.stage = s.stage"
                                .formatted(
                                        name,
                                        columns.stream().map(CopiedColumn::name).collect(Collectors.joining(", ")),
                                        columns.stream()
                                                .map(CopiedColumn::copied)
                                                .collect(Collectors.joining(", ")),
                                        name))
                .update();
        indexes.forEach(index -> jdbc.sql(index).update());
        System.out.printf(
                "Copied %s: %,d rows in %,d s%n",
                name, rows, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    /** Has the table's own ids go on after those of the copies. */
    void goOnCounting() {
        jdbc.sql("""
                select column_name::text from information_schema.columns
                where table_schema = 'public' and table_name = :table and is_identity = 'YES'""").param("table", name).query(String.class).list().forEach(column -> jdbc.sql(
                        "select setval(pg_get_serial_sequence('%s', '%s'), (select coalesce(max(%s), 0) + 1 from %s))"
                                .formatted(name, column, column, name))
                .query(Long.class)
                .single());
    }

    /** A copy into a table without indexes, which are built afterwards, takes a fraction of the time. @return how to make them */
    private List<String> dropIndexes() {
        List<Index> indexes =
                jdbc.sql("""
                select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made, conname as constraint_name,
                       pg_get_constraintdef(c.oid) as constraint_made
                  from pg_index left join pg_constraint c on c.conindid = indexrelid and c.contype in ('p', 'u')
                 where indrelid = cast(:table as regclass)
                   and not exists (select from pg_constraint f where f.conindid = indexrelid and f.contype = 'f')""").param("table", name).query(Index.class).list();
        indexes.forEach(index -> jdbc.sql(
                        index.constraintName() == null
                                ? "drop index " + index.name()
                                : "alter table %s drop constraint %s".formatted(name, index.constraintName()))
                .update());
        return indexes.stream()
                .map(index -> index.constraintName() == null
                        ? index.made()
                        : "alter table %s add constraint %s %s"
                                .formatted(name, index.constraintName(), index.constraintMade()))
                .toList();
    }

    private record Index(String name, String made, String constraintName, String constraintMade) {}
}
