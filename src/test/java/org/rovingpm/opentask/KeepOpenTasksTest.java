package org.rovingpm.opentask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.access.TestProcesses;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.contract.Contracts;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.OpenTasksAsInEngine;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.opentask.process.KeepOpenTasksFixture;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of open tasks follows the engine's, whichever way they change, and in the same transaction. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeepOpenTasksTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestProcesses processes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Contracts contracts;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void deploy() {
        processes.deploy();
    }

    @AfterAll
    void undeploy() {
        processes.undeploy();
    }

    private Map<String, Object> kept(String task) {
        return jdbc.sql("select * from open_task where task_id = ?")
                .param(task)
                .query()
                .singleRow();
    }

    private List<Map<String, Object>> groupsOf(String task) {
        return jdbc.sql("select group_id, waiting from open_task_group where task_id = ? order by group_id")
                .param(task)
                .query()
                .listOfRows();
    }

    private int rows() {
        return jdbc.sql("select count(*) from open_task").query(Integer.class).single();
    }

    @Test
    void aTaskIsThereFromItsFirstMomentToItsLast() {
        String instance = processes.start(SupportCaseProcess.KEY, "RPM-2026-9301");
        String task = processes.taskOf(instance);
        assertThat(kept(task))
                .containsEntry("instance_id", instance)
                .containsEntry("process_key", SupportCaseProcess.KEY)
                .containsEntry("step", "userTask_work")
                .containsEntry("case_reference", "RPM-2026-9301")
                .containsEntry("rag", "RED")
                .containsEntry("assignee", null)
                .containsEntry("suspended", false);
        assertThat(groupsOf(task))
                .containsExactly(
                        Map.of("group_id", "coordinator", "waiting", true),
                        Map.of("group_id", "service-manager", "waiting", true));
        OpenTasksAsInEngine.assertSame(jdbc);

        tasks.complete(task);

        assertThat(jdbc.sql("select count(*) from open_task where task_id = ?")
                        .param(task)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(groupsOf(task)).isEmpty();
    }

    @Test
    void itFollowsTheTaskItsCaseAndItsRating() {
        String instance = processes.start(SupportCaseProcess.KEY, "RPM-2026-9302");
        String task = processes.taskOf(instance);
        String person = people.with(Role.COORDINATOR);
        tasks.claim(task, person);
        assertThat(kept(task)).containsEntry("assignee", person);
        assertThat(groupsOf(task)).allMatch(group -> group.get("waiting").equals(false));
        Instant due = Instant.parse("2031-07-01T08:30:00.250Z");
        tasks.setDueDate(task, Date.from(due));
        assertThat(jdbc.sql("select due_at from open_task where task_id = ?")
                        .param(task)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(due);
        runtime.setVariable(instance, CaseVariables.RAG, "GREEN");
        assertThat(kept(task)).containsEntry("rag", "GREEN");
        runtime.removeVariable(instance, CaseVariables.RAG);
        assertThat(kept(task)).containsEntry("rag", null);
        tasks.setAssignee(task, null);
        runtime.suspendProcessInstanceById(instance);
        assertThat(kept(task)).containsEntry("suspended", true);
        assertThat(groupsOf(task)).allMatch(group -> group.get("waiting").equals(false));
        runtime.activateProcessInstanceById(instance);
        assertThat(groupsOf(task)).allMatch(group -> group.get("waiting").equals(true));
        tasks.addCandidateGroup(task, "budget-holder");
        tasks.deleteCandidateGroup(task, "coordinator");
        assertThat(groupsOf(task))
                .extracting(group -> group.get("group_id"))
                .containsExactly("budget-holder", "service-manager");
        OpenTasksAsInEngine.assertSame(jdbc);
    }

    @Test
    void itFollowsWhatChangesManyTasksAtOnce() {
        processes.start(SupportCaseProcess.KEY, "RPM-2026-9303");
        processes.start(SupportCaseProcess.KEY, "RPM-2026-9303");
        jdbc.sql("""
                update act_ru_task set assignee_ = 'somebody', priority_ = 70, name_ = 'Otherwise', due_date_ = '2031-01-01 09:00'
                 where proc_inst_id_ in (select id_ from act_ru_execution where business_key_ = 'RPM-2026-9303')""").update();
        OpenTasksAsInEngine.assertSame(jdbc);
        jdbc.sql("update act_ru_execution set business_key_ = 'RPM-2026-9304' where business_key_ = 'RPM-2026-9303'")
                .update();
        OpenTasksAsInEngine.assertSame(jdbc);
        assertThat(jdbc.sql(
                                "select count(*) from open_task where case_reference = 'RPM-2026-9304' and assignee = 'somebody'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNeither() {
        int before = rows();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            processes.start(SupportCaseProcess.KEY, "RPM-2026-9305");
            assertThat(rows()).isEqualTo(before + 1);
            status.setRollbackOnly();
        });
        assertThat(rows()).isEqualTo(before);
        OpenTasksAsInEngine.assertSame(jdbc);
    }

    @Test
    void aTransactionWhoseConnectionIsKilledLeavesNeither() {
        int before = rows();
        String task = processes.taskOf(processes.start(SupportCaseProcess.KEY, "RPM-2026-9306"));
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    tasks.claim(task, "somebody");
                    processes.start(SupportCaseProcess.KEY, "RPM-2026-9307");
                    assertThat(rows()).isEqualTo(before + 2);
                    jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                            .query(Boolean.class)
                            .single();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(rows()).isEqualTo(before + 1);
        assertThat(kept(task)).containsEntry("assignee", null);
        OpenTasksAsInEngine.assertSame(jdbc);
    }

    /** As when a version that has the table takes over from one that had none. */
    @Test
    void whatWasOpenBeforeIsThereAfterTheStart() {
        String task = processes.taskOf(processes.start(SupportCaseProcess.KEY, "RPM-2026-9308"));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            KeepOpenTasksFixture.removeTriggers(jdbc);
            tasks.setAssignee(task, "somebody");
            jdbc.sql("update open_task set name = 'Of old'").update();

            KeepOpenTasksFixture.start(engine, jdbc, contracts);

            OpenTasksAsInEngine.assertSame(jdbc);
            assertThat(kept(task)).containsEntry("assignee", "somebody");
            tasks.setAssignee(task, null);
            OpenTasksAsInEngine.assertSame(jdbc);
            status.setRollbackOnly();
        });
    }

    @Test
    void theStepsThatAreLookedForAcrossCasesAreFoundByAnIndexOfThem() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where indexname = 'open_task_by_step'")
                        .query(String.class)
                        .single())
                .contains(ManagerMatchingProcess.Elements.RESOLVE_MISSING_PM);
    }
}
