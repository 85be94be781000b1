package org.rovingpm.engine.tuning;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.rovingpm.contract.CaseVariables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The indexes of the engine's tables: those that questions here are answered by, and no others, because each step writes them
 * all. Switched off at a later start, the vendor's are there again as the vendor defines them, and none of ours.
 *
 * <p>Relies on: the tables, columns and indexes of the schema of 7.24 by their names, and on the engine never looking for an
 * index that is gone. With Operaton: the schema is the same; its scripts of later versions may make an index anew or fail to drop
 * one that is gone: upgrade its schema with this switched off for one start.
 */
@Component
class EngineIndexes extends AbstractProcessEnginePlugin implements ProcessEnginePlugin {

    /**
     * Those of the vendor (and earlier ones of ours) that no question here is answered by, while every step of every case would
     * be written into each: on tenants (there are none), on keys and names with few values, those that are the beginning of
     * another, and on the end of a step, a task or a process, which without them is written in place.
     */
    private static final List<String> UNUSED = List.of(
            "rovingpm_idx_job_due",
            "rovingpm_idx_task_parent",
            "rovingpm_idx_task_due",
            "rovingpm_idx_task_waiting",
            "act_idx_hi_act_inst_start_end",
            "act_idx_hi_act_inst_end",
            "act_idx_hi_act_inst_comp",
            "act_idx_hi_act_inst_stats",
            "act_idx_hi_act_inst_proc_def_key",
            "act_idx_hi_ai_pdefid_end_time",
            "act_idx_hi_act_inst_tenant_id",
            "act_idx_hi_pro_inst_tenant_id",
            "act_idx_hi_pro_inst_proc_def_key",
            "act_idx_hi_pro_inst_end",
            "act_idx_hi_pro_inst_proc_time",
            "act_idx_hi_pi_pdefid_end_time",
            "act_idx_hi_pro_rst_pro_inst_id",
            "act_idx_hi_task_inst_start",
            "act_idx_hi_task_inst_end",
            "act_idx_hi_task_inst_tenant_id",
            "act_idx_hi_task_inst_proc_def_key",
            "act_idx_hi_taskinstid_procinst",
            "act_idx_hi_var_inst_tenant_id",
            "act_idx_hi_var_inst_proc_def_key",
            "act_idx_hi_procvar_name_type",
            "act_idx_hi_varinst_name",
            "act_idx_hi_casevar_case_inst",
            "act_idx_hi_procvar_proc_inst",
            "act_idx_hi_varinst_act_inst_id",
            "act_idx_hi_detail_tenant_id",
            "act_idx_hi_detail_proc_def_key",
            "act_idx_hi_detail_name",
            "act_idx_hi_detail_time",
            "act_idx_hi_detail_act_inst",
            "act_idx_hi_detail_case_inst",
            "act_idx_hi_detail_case_exec",
            "act_idx_hi_detail_task_bytear",
            "act_idx_hi_op_log_op_type",
            "act_idx_hi_op_log_entity_type",
            "act_idx_hi_op_log_procdef",
            "act_idx_hi_op_log_user_id",
            "act_idx_exec_tenant_id",
            "act_idx_task_tenant_id",
            "act_idx_task_create",
            "act_idx_task_last_updated",
            "act_idx_task_owner",
            "act_idx_variable_task_id",
            "act_idx_variable_tenant_id",
            "act_idx_job_handler_type",
            "act_idx_job_root_procinst",
            "act_idx_job_tenant_id",
            "act_idx_auth_root_pi",
            "act_idx_event_subscr_tenant_id");

    /**
     * Those of the vendor on columns that are mostly empty while a case is open: an index of ours without the empty ones, which
     * nobody looks for, takes the place of each. By the vendor's name.
     */
    private static final Map<String, String> WITHOUT_EMPTY = Map.ofEntries(
            entry("act_idx_hi_act_inst_rm_time", "act_hi_actinst (removal_time_)"),
            entry("act_idx_hi_pro_inst_rm_time", "act_hi_procinst (removal_time_)"),
            entry("act_idx_hi_task_inst_rm_time", "act_hi_taskinst (removal_time_)"),
            entry("act_idx_hi_varinst_rm_time", "act_hi_varinst (removal_time_)"),
            entry("act_idx_hi_detail_rm_time", "act_hi_detail (removal_time_)"),
            entry("act_idx_hi_op_log_rm_time", "act_hi_op_log (removal_time_)"),
            entry("act_idx_auth_rm_time", "act_ru_authorization (removal_time_)"),
            entry("act_idx_auth_group_id", "act_ru_authorization (group_id_)"),
            entry("act_idx_hi_varinst_bytear", "act_hi_varinst (bytearray_id_)"),
            entry("act_idx_hi_detail_bytear", "act_hi_detail (bytearray_id_)"),
            entry("act_idx_hi_detail_task_id", "act_hi_detail (task_id_)"),
            entry("act_idx_var_bytearray", "act_ru_variable (bytearray_id_)"),
            entry("act_idx_batch_id", "act_ru_variable (batch_id_)"),
            entry("act_idx_variable_task_name_type", "act_ru_variable (task_id_, name_, type_)"),
            entry("act_idx_exe_root_pi", "act_ru_execution (root_proc_inst_id_)"),
            entry("act_idx_exec_buskey", "act_ru_execution (business_key_)"),
            entry("act_idx_exe_super", "act_ru_execution (super_exec_)"),
            entry("act_idx_job_exception", "act_ru_job (exception_stack_id_)"));

    /** Rows that change without their indexes: with room beside them they are written in place. Per cent that a page is filled to. */
    private static final Map<String, Integer> FILLED = Map.of(
            "act_hi_actinst",
            85,
            "act_hi_procinst",
            85,
            "act_hi_taskinst",
            85,
            "act_ru_execution",
            80,
            "act_ru_variable",
            90);

    private final JdbcClient jdbc;
    private final boolean on;
    private final List<String> indexes;

    EngineIndexes(JdbcClient jdbc, Tuning tuning) {
        this.jdbc = jdbc;
        this.on = tuning.indexes();
        this.indexes = indexes();
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        Stream<String> changes = on ? ours() : vendors();
        jdbc.sql("do $$ begin %s; end $$".formatted(changes.collect(Collectors.joining(";\n"))))
                .update();
    }

    /** Without these the engine reads whole tables. */
    private static List<String> indexes() {
        return List.of(
                // Asked at each poll for jobs that are due. Thousands are due in the same second: only by an entry of
                // its
                // own is each
                // known to be done, and not looked at again by every poll that follows
                "rovingpm_idx_job_due_at on act_ru_job (duedate_) with (deduplicate_items = off)",
                // Asked at each poll for the cases at which one is at work already
                "rovingpm_idx_job_at_work on act_ru_job (lock_exp_time_) where lock_owner_ is not null",
                // Asked at each end of a task, for tasks below it
                "rovingpm_idx_task_below on act_ru_task (parent_task_id_) where parent_task_id_ is not null",
                // Asked at each query and command of a person, for their rights
                "rovingpm_idx_authorization_user on act_ru_authorization (user_id_)",
                // Asked for each task of the list of red cases
                "rovingpm_idx_variable_red on act_ru_variable (proc_inst_id_) where name_ = '%s' and text_ = 'RED'"
                        .formatted(CaseVariables.RAG),
                // Asked for the heat map: the latest steps of a version
                "rovingpm_idx_hi_act_version on act_hi_actinst (proc_def_id_, start_time_)");
    }

    private Stream<String> ours() {
        return Stream.of(
                        indexes.stream().map(EngineIndexes::create),
                        Stream.concat(UNUSED.stream(), WITHOUT_EMPTY.keySet().stream())
                                .map(index -> "drop index if exists " + index),
                        WITHOUT_EMPTY.entrySet().stream()
                                .map(index -> create(withoutEmpty(index.getKey(), index.getValue()))),
                        FILLED.entrySet().stream().map(table -> fill(table.getKey(), table.getValue())))
                .flatMap(Function.identity());
    }

    private Stream<String> vendors() {
        Set<String> gone =
                Stream.concat(UNUSED.stream(), WITHOUT_EMPTY.keySet().stream()).collect(Collectors.toSet());
        return Stream.of(
                        VendorIndexes.definitions()
                                .filter(index -> gone.contains(name(index)))
                                .map(EngineIndexes::create),
                        Stream.of(
                                        indexes.stream().map(EngineIndexes::name),
                                        UNUSED.stream().filter(index -> index.startsWith("rovingpm_")),
                                        WITHOUT_EMPTY.keySet().stream().map(EngineIndexes::nameOfOurs))
                                .flatMap(Function.identity())
                                .map(index -> "drop index if exists " + index),
                        FILLED.keySet().stream().map(EngineIndexes::fillWhole))
                .flatMap(Function.identity());
    }

    /** Where it is there already, not even its table is locked: an instance may start while others are at work. */
    private static String create(String index) {
        return "if to_regclass('%s') is null then create index %s; end if".formatted(name(index), index);
    }

    private static String name(String index) {
        return index.substring(0, index.indexOf(' '));
    }

    private static String nameOfOurs(String vendors) {
        return vendors.replace("act_idx", "rovingpm_idx");
    }

    private static String withoutEmpty(String vendors, String columns) {
        return "%s on %s where %s is not null"
                .formatted(nameOfOurs(vendors), columns, columns.replaceAll(".*\\((\\w+).*", "$1"));
    }

    private static String fill(String table, int perCent) {
        String option = "fillfactor=" + perCent;
        return "if not exists (select from pg_class where oid = '%s'::regclass and '%s' = any (reloptions)) then alter table %s set (%s); end if"
                .formatted(table, option, table, option);
    }

    private static String fillWhole(String table) {
        return "if exists (select from pg_class where oid = '%s'::regclass and array_to_string(reloptions, ' ') like '%%fillfactor%%') then alter table %s reset (fillfactor); end if"
                .formatted(table, table);
    }
}
