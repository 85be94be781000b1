package org.rovingpm.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class EngineIndexesTest {

    private static final Pattern INDEX = Pattern.compile("(?:using|on) (\\w+_idx_\\w+)");

    @Autowired
    private EngineIndexes indexes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theEndOfAStepIsWrittenInPlaceAndIntoNoIndex() {
        Long inPlace = transaction.execute(status -> {
            status.setRollbackOnly();
            long before = writtenInPlace("act_hi_actinst");
            jdbc.sql("""
                insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_, start_time_)
                values ('step', 'key', 'version', 'instance', 'execution', 'activity', 'userTask', now())""").update();
            jdbc.sql(
                            "update act_hi_actinst set end_time_ = now(), duration_ = 1, act_inst_state_ = 1 where id_ = 'step'")
                    .update();
            return writtenInPlace("act_hi_actinst") - before;
        });
        assertThat(inPlace).isEqualTo(1);
    }

    @Test
    void theEndOfATaskAndOfAProcessIsWrittenInPlaceAndIntoNoIndex() {
        Long inPlace = transaction.execute(status -> {
            status.setRollbackOnly();
            long before = writtenInPlace("act_hi_taskinst") + writtenInPlace("act_hi_procinst");
            jdbc.sql("insert into act_hi_taskinst (id_, start_time_) values ('task', now())")
                    .update();
            jdbc.sql(
                            "update act_hi_taskinst set end_time_ = now(), duration_ = 1, delete_reason_ = 'completed' where id_ = 'task'")
                    .update();
            jdbc.sql(
                            "insert into act_hi_procinst (id_, proc_inst_id_, proc_def_id_, start_time_) values ('instance', 'instance', 'version', now())")
                    .update();
            jdbc.sql(
                            "update act_hi_procinst set end_time_ = now(), duration_ = 1, state_ = 'COMPLETED' where id_ = 'instance'")
                    .update();
            return writtenInPlace("act_hi_taskinst") + writtenInPlace("act_hi_procinst") - before;
        });
        assertThat(inPlace).isEqualTo(2);
    }

    @Test
    void noBusyTableHasAnIndexOnTenants() {
        assertThat(jdbc.sql("""
                select indexname from pg_indexes where indexdef like '%(tenant_id_)' and tablename in ('act_ru_execution', 'act_ru_task',
                    'act_ru_variable', 'act_ru_job', 'act_ru_event_subscr', 'act_hi_actinst', 'act_hi_procinst', 'act_hi_taskinst', 'act_hi_varinst',
                    'act_hi_detail')""").query(String.class).list()).isEmpty();
    }

    /** The clean-up at night, the ends of instances with what refers to them, and who asks for a case or a task. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "act_hi_actinst where removal_time_ <= now()",
                "act_hi_procinst where removal_time_ <= now()",
                "act_hi_taskinst where removal_time_ <= now()",
                "act_hi_varinst where removal_time_ <= now()",
                "act_hi_detail where removal_time_ <= now()",
                "act_hi_op_log where removal_time_ <= now()",
                "act_hi_varinst where bytearray_id_ = 'one'",
                "act_hi_detail where bytearray_id_ = 'one'",
                "act_hi_detail where task_id_ = 'one'",
                "act_ru_variable where bytearray_id_ = 'one'",
                "act_ru_variable where batch_id_ = 'one'",
                "act_ru_variable where task_id_ in ('one', 'two')",
                "act_ru_execution where root_proc_inst_id_ = 'one'",
                "act_ru_execution where business_key_ = 'one'",
                "act_ru_execution where super_exec_ = 'one'",
                "act_ru_job where exception_stack_id_ = 'one'",
                "act_ru_task where parent_task_id_ = 'one'",
                "act_ru_authorization where removal_time_ <= now()",
                "act_ru_authorization where group_id_ in ('one', 'two')"
            })
    void whatIsSeldomThereIsFoundByAnIndexThatNothingElseIsWrittenInto(String asked) {
        List<String> plan = transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain select 1 from " + asked)
                    .query(String.class)
                    .list();
        });
        String index = plan.stream()
                .map(INDEX::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(jdbc.sql("select indexdef from pg_indexes where indexname = :index")
                        .param("index", index)
                        .query(String.class)
                        .single())
                .endsWith("WHERE (%s IS NOT NULL)".formatted(asked.split(" ")[2]));
    }

    @Test
    void theValuesOfVariablesAreFoundByTheirInstanceAndByTheTimeOfTheirRemoval() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where tablename = 'act_hi_detail'")
                        .query(String.class)
                        .list())
                .anyMatch(index -> index.contains("(proc_inst_id_)"))
                .anyMatch(index -> index.contains("(root_proc_inst_id_)"))
                .anyMatch(index -> index.contains("(removal_time_)"));
    }

    @Test
    void whatIsDueAndWhatIsAtWorkIsFoundByIndexes() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where tablename = 'act_ru_job'")
                        .query(String.class)
                        .list())
                .anyMatch(index -> index.contains("(duedate_)") && index.contains("deduplicate_items=off"))
                .anyMatch(index -> index.contains("(lock_exp_time_)") && index.contains("lock_owner_ IS NOT NULL"));
    }

    @Test
    void aLaterStartLocksNoTableBesideThoseWhoAreAtWork() {
        List<String> locks = transaction.execute(status -> {
            indexes.postProcessEngineBuild(null);
            return jdbc.sql("select mode from pg_locks where pid = pg_backend_pid() and locktype = 'relation'")
                    .query(String.class)
                    .list();
        });
        assertThat(locks).containsOnly("AccessShareLock");
    }

    @Test
    void switchedOffAtALaterStartTheVendorsAreThereAgainAndNoneOfOurs() {
        Tuning off = new Tuning(true, true, true, true, false);
        List<String> tuned = indexesOfTheEngine();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            new EngineIndexes(jdbc, off).postProcessEngineBuild(null);
            assertThat(indexesOfTheEngine())
                    .noneMatch(index -> index.contains("rovingpm_idx"))
                    .allMatch(index -> !index.contains(" WHERE "))
                    .extracting(index -> index.replaceAll("CREATE (?:UNIQUE )?INDEX (\\w+) ON .*", "$1"))
                    .containsAll(VendorIndexes.definitions()
                            .map(index -> index.substring(0, index.indexOf(' ')))
                            .filter(name -> name.startsWith("act_idx"))
                            .toList());
            assertThat(jdbc.sql(
                                    "select relname from pg_class where relname like 'act\\_%' and array_to_string(reloptions, ' ') like '%fillfactor%'")
                            .query(String.class)
                            .list())
                    .isEmpty();
            indexes.postProcessEngineBuild(null);
            assertThat(indexesOfTheEngine()).containsExactlyInAnyOrderElementsOf(tuned);
        });
    }

    private List<String> indexesOfTheEngine() {
        return jdbc.sql("select indexdef from pg_indexes where tablename like 'act\\_%' and indexname like '%idx%'")
                .query(String.class)
                .list();
    }

    /** How many rows of the table this connection has written so, since it last told the server's statistics. */
    private long writtenInPlace(String table) {
        return jdbc.sql("select pg_stat_get_xact_tuples_hot_updated(cast(:table as regclass))")
                .param("table", table)
                .query(Long.class)
                .single();
    }
}
