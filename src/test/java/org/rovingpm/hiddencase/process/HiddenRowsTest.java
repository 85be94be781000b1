package org.rovingpm.hiddencase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Row-level security on the engine's tables. */
@ApplicationTest
class HiddenRowsTest {

    /** Rights, contents and batches: read by way of the rows that they belong to, never listed by themselves. */
    private static final List<String> READ_BY_WAY_OF_OTHERS = List.of(
            "act_ge_bytearray",
            "act_ru_authorization",
            "act_ru_case_execution",
            "act_ru_case_sentry_part",
            "act_hi_caseactinst",
            "act_hi_caseinst",
            "act_hi_batch",
            "act_ru_batch");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyTableOfTheEngineThatNamesAProcessInstanceHasItsPolicy() {
        List<String> unprotected = jdbc.sql("""
                select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname like 'act\\_%'
                  and a.attname in ('proc_inst_id_', 'process_instance_id_', 'root_proc_inst_id_')
                  and not (c.relrowsecurity and c.relforcerowsecurity
                           and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'hidden_from_reader'))
                order by c.relname""").query(String.class).list();

        assertThat(unprotected).isSubsetOf(READ_BY_WAY_OF_OTHERS);
    }

    @Test
    void theApplicationsUserIsOneForWhomPoliciesCount() {
        assertThat(jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void queriesAndWhatTheEngineCallsGettingRead() {
        assertThat(Stream.of(
                        new TaskQueryImpl(),
                        new GetIdentityLinksForTaskCmd("1"),
                        new GetTaskFormVariablesCmd("1", null, false)))
                .allMatch(ReadingCommands::include);
        assertThat(Stream.of(new CompleteTaskCmd("1", Map.of()), new ClaimTaskCmd("1", "somebody")))
                .noneMatch(ReadingCommands::include);
    }
}
