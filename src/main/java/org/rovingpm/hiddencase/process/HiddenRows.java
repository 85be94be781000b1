package org.rovingpm.hiddencase.process;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which rows of the engine's tables belong to which process instance, and the policies by which PostgreSQL hides those of hidden
 * instances (row-level security). They hide nothing unless the transaction says what: {@code rovingpm.hiding} is on,
 * {@code rovingpm.hidden} names the instances, and {@code rovingpm.hidden_contents} those and others of which only the contents are
 * hidden: the tasks, variables, comments and decisions, but not where they stand and what has failed. So jobs and our own work read
 * everything.
 *
 * <p>The condition is written for the planner: it expects nearly every row to pass, and neither of its parts is looked at more
 * than once a query. What people look for is compared by operators that cannot leak, so that indexes serve as before.
 */
final class HiddenRows {

    private static final String POLICY = "hidden_from_reader";

    /** The tables that say where an instance stands, with the column that names it. Where a row has none it belongs to no case. */
    private static final Map<String, String> STANDING = new TreeMap<>(Map.ofEntries(
            Map.entry("act_ru_execution", "proc_inst_id_"),
            Map.entry("act_ru_job", "process_instance_id_"),
            Map.entry("act_ru_incident", "proc_inst_id_"),
            Map.entry("act_ru_event_subscr", "proc_inst_id_"),
            Map.entry("act_ru_ext_task", "proc_inst_id_"),
            Map.entry("act_hi_procinst", "proc_inst_id_"),
            Map.entry("act_hi_actinst", "proc_inst_id_"),
            Map.entry("act_hi_incident", "proc_inst_id_"),
            Map.entry("act_hi_job_log", "process_instance_id_"),
            Map.entry("act_hi_ext_task_log", "proc_inst_id_")));

    /** Those that say what it is about. */
    private static final Map<String, String> CONTENTS = new TreeMap<>(Map.ofEntries(
            Map.entry("act_ru_task", "proc_inst_id_"),
            Map.entry("act_ru_variable", "proc_inst_id_"),
            Map.entry("act_hi_taskinst", "proc_inst_id_"),
            Map.entry("act_hi_varinst", "proc_inst_id_"),
            Map.entry("act_hi_detail", "proc_inst_id_"),
            Map.entry("act_hi_comment", "proc_inst_id_"),
            Map.entry("act_hi_attachment", "proc_inst_id_"),
            Map.entry("act_hi_op_log", "proc_inst_id_"),
            Map.entry("act_hi_decinst", "proc_inst_id_"),
            Map.entry("act_hi_dec_in", "root_proc_inst_id_"),
            Map.entry("act_hi_dec_out", "root_proc_inst_id_"),
            Map.entry("act_hi_identitylink", "root_proc_inst_id_")));

    private HiddenRows() {}

    /** Where a table has its policy already, it is not even locked: an instance may start while others are at work. */
    static String policies() {
        return "do $$ begin\n" + policies(STANDING, "rovingpm.hidden") + policies(CONTENTS, "rovingpm.hidden_contents")
                + "end $$";
    }

    private static String policies(Map<String, String> tables, String setting) {
        return tables.entrySet().stream()
                .map(table -> policy(table.getKey(), table.getValue(), setting))
                .collect(joining());
    }

    private static String policy(String table, String instance, String setting) {
        return """
            if not exists (select from pg_policy where polrelid = '%1$s'::regclass and polname = '%3$s') then
                create policy %3$s on %1$s using (
                    (select coalesce(current_setting('rovingpm.hiding', true), '')) <> 'on'
                    or coalesce(%2$s, '') not in (select unnest(string_to_array(current_setting('%4$s', true), ' '))))
                    with check (true);
                alter table %1$s enable row level security, force row level security;
            end if;
            """.formatted(table, instance, POLICY, setting);
    }
}
