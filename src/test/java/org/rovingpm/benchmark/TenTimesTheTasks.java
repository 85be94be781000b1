package org.rovingpm.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.benchmark.BenchmarkTable.Bound;
import org.rovingpm.benchmark.data.PeopleAndPractices;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether lists and counts stay as fast where ten times as many tasks are open: each task is copied nine times, and taken away again. */
final class TenTimesTheTasks implements Subject {

    private static final int OFTEN = 60;
    private static final double MOST = 1.5;
    private static final List<String> LISTS =
            List.of("My tasks", "My team", "Due today", "Overdue", "Red cases", "All open tasks");
    private static final int COPIES = 9;

    @Override
    public void measure(Application application, BenchmarkTable table) {
        JdbcClient jdbc = application.jdbc();
        Map<String, Times> before = times(application);
        int few = open(jdbc);
        copy(jdbc);
        try {
            Map<String, Times> after = times(application);
            int many = open(jdbc);
            before.forEach((what, times) -> table.number(
                    "%s with %,d tasks open, against %,d: p95 %.1f ms"
                            .formatted(what, many, few, after.get(what).p95()),
                    after.get(what).p95() / times.p95(),
                    "times",
                    Bound.AT_MOST,
                    MOST));
        } finally {
            for (String rows : List.of("act_ru_identitylink", "act_ru_variable", "act_ru_task", "act_ru_execution")) {
                jdbc.sql("delete from " + rows + " where id_ like '%#_'").update();
            }
        }
    }

    private static Map<String, Times> times(Application application) {
        Caller caller = application.as(PeopleAndPractices.COORDINATOR);
        Map<String, Times> times = new LinkedHashMap<>();
        for (String list : LISTS) {
            String filter = caller.filter(list);
            times.put("List “%s”".formatted(list), Times.of(OFTEN, () -> caller.page(filter)));
            times.put("Count of “%s”".formatted(list), Times.of(OFTEN, () -> caller.count(filter)));
        }
        return times;
    }

    private static int open(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from act_ru_task").query(Integer.class).single();
    }

    private static void copy(JdbcClient jdbc) {
        for (int copy = 1; copy <= COPIES; copy++) {
            copy(jdbc, copy);
        }
        // As the database does by itself where tables grow from day to day
        for (String table :
                List.of("open_task", "open_task_group", "act_ru_task", "act_ru_execution", "act_ru_variable")) {
            jdbc.sql("vacuum (analyze) " + table).update();
        }
    }

    /** One copy of each at a time, so that no statement runs into the limit that all of the application have. */
    private static void copy(JdbcClient jdbc, int number) {
        copy(
                jdbc,
                number,
                "act_ru_execution",
                "x.id_ in (select proc_inst_id_ from act_ru_task)",
                "id_",
                "proc_inst_id_",
                "root_proc_inst_id_");
        jdbc.sql(
                        "update act_ru_execution set super_exec_ = null, root_proc_inst_id_ = id_ where id_ like '%#' || :number")
                .param("number", number)
                .update();
        copy(
                jdbc,
                number,
                "act_ru_variable",
                "x.execution_id_ in (select proc_inst_id_ from act_ru_task) and x.name_ in ('rag', 'caseReference')",
                "id_",
                "execution_id_",
                "proc_inst_id_",
                "var_scope_");
        // A copy hangs directly at its instance: of the executions only instances are copied
        jdbc.sql("""
                insert into act_ru_task select (r).* from (
                    select jsonb_populate_record(x, jsonb_build_object(
                               'id_', x.id_ || '#' || :number, 'proc_inst_id_', x.proc_inst_id_ || '#' || :number,
                               'execution_id_', x.proc_inst_id_ || '#' || :number)) as r
                      from act_ru_task x where x.proc_inst_id_ is not null and x.id_ not like '%#_') copies""").param("number", String.valueOf(number)).update();
        copy(jdbc, number, "act_ru_identitylink", "x.task_id_ is not null", "id_", "task_id_");
    }

    private static void copy(JdbcClient jdbc, int number, String table, String which, String... ids) {
        String changed = Stream.of(ids)
                .map(id -> "'%1$s', x.%1$s || '#%2$d'".formatted(id, number))
                .collect(Collectors.joining(", "));
        jdbc.sql("""
                insert into %1$s select (r).* from (select jsonb_populate_record(x, jsonb_build_object(%2$s)) as r from %1$s x
                    where %3$s and x.id_ not like '%%#_') copies""".formatted(table, changed, which)).update();
    }
}
