package org.rovingpm.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.engine.job.RunningJobs;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What falls due together, done together: in one transaction, or where that fails, each alone. */
@ApplicationTest
class TimerBatchTest {

    /** Before everything else that is due. */
    private static final String LONG_AGO = "2001-01-01T00:00:00Z";

    private static final String MODEL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
          <process id="together" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start"/><sequenceFlow id="one" sourceRef="start" targetRef="over"/>
            <intermediateCatchEvent id="over"><timerEventDefinition><timeDate xsi:type="tFormalExpression">2001-01-01T00:00:00Z</timeDate></timerEventDefinition></intermediateCatchEvent>
            <sequenceFlow id="three" sourceRef="over" targetRef="work"/>
            <userTask id="work" name="Work" camunda:candidateGroups="coordinator" camunda:dueDate="2031-01-01T00:00:00"><extensionElements>
              <camunda:executionListener event="start" delegateExpression="#{failsWhereTold}"/></extensionElements></userTask>
            <sequenceFlow id="four" sourceRef="work" targetRef="end"/><endEvent id="end"/>
          </process>
          <process id="queued" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="startQueued"/><sequenceFlow id="oneQueued" sourceRef="startQueued" targetRef="workQueued"/>
            <userTask id="workQueued" name="Work" camunda:asyncBefore="true" camunda:candidateGroups="coordinator" camunda:dueDate="2031-01-01T00:00:00"/>
            <sequenceFlow id="twoQueued" sourceRef="workQueued" targetRef="endQueued"/><endEvent id="endQueued"/>
          </process>
        </definitions>""";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReadAhead readAhead;

    private final List<String> cases = new ArrayList<>();
    private final DefaultJobExecutor executor = new DefaultJobExecutor() {
        @Override
        public boolean isActive() {
            return true;
        }
    };
    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = models.createDeployment()
                .addString("together.bpmn", MODEL)
                .deploy()
                .getId();
    }

    @AfterEach
    void undeploy() {
        models.deleteDeployment(deployment, true);
    }

    @Test
    void timersOfSeveralCasesAreDoneInOneTransaction() {
        begin(3, Map.of());
        List<List<String>> acquired = acquire(3);
        assertThat(acquired)
                .singleElement()
                .satisfies(batch -> assertThat(batch).hasSize(3).isInstanceOf(TimerBatch.class));

        run(acquired.get(0));

        assertThat(transactionsOfTasks()).hasSize(3);
        assertThat(Set.copyOf(transactionsOfTasks())).hasSize(1);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void whereOneFailsTheOthersAreDoneAndItAloneIsCountedAndTriedAgain() {
        begin(2, Map.of());
        begin(1, Map.of("fails", true));
        begin(2, Map.of());

        run(acquire(5).get(0));

        assertThat(transactionsOfTasks()).hasSize(4).doesNotHaveDuplicates();
        assertThat(jobs()).singleElement().satisfies(job -> {
            assertThat(job.getProcessInstanceId()).isEqualTo(cases.get(2));
            assertThat(job.getExceptionMessage()).contains(FailsWhereTold.WHY);
            assertThat(job.getRetries()).isEqualTo(4);
        });
    }

    @Test
    void aTimerThatHasGoneMeanwhileHoldsUpNoOther() {
        begin(3, Map.of());
        List<String> batch = acquire(3).get(0);
        processes.deleteProcessInstance(cases.get(1), "the case has been closed");

        run(batch);

        assertThat(transactionsOfTasks()).hasSize(2);
        assertThat(Set.copyOf(transactionsOfTasks())).hasSize(1);
    }

    @Test
    void noMoreThanADozenAreDoneTogether() {
        begin(15, Map.of());
        assertThat(acquire(15)).extracting(List::size).containsExactlyInAnyOrder(12, 3);
    }

    @Test
    void stepsThatAreQueuedAreDoneAlone() {
        begin(2, Map.of());
        for (int i = 0; i < 2; i++) {
            cases.add(processes.startProcessInstanceByKey("queued").getId());
        }
        fallDue();
        assertThat(acquire(4)).extracting(List::size).containsExactlyInAnyOrder(2, 1, 1);
    }

    @Test
    void jobsOfOneCaseStayWhatTheEngineMakesOfThem() {
        begin(2, Map.of());
        String both = processes
                .createProcessInstanceByKey("together")
                .startBeforeActivity("over")
                .startBeforeActivity("over")
                .execute()
                .getId();
        cases.add(both);
        fallDue();
        List<List<String>> acquired = acquire(4);
        assertThat(acquired)
                .filteredOn(TimerBatch.class::isInstance)
                .singleElement()
                .satisfies(batch -> assertThat(batch).hasSize(2));
        assertThat(acquired)
                .filteredOn(batch -> !(batch instanceof TimerBatch))
                .singleElement()
                .satisfies(batch -> assertThat(batch).hasSize(2));
    }

    private void begin(int number, Map<String, Object> variables) {
        for (int i = 0; i < number; i++) {
            cases.add(processes
                    .createProcessInstanceByKey("together")
                    .startBeforeActivity("over")
                    .setVariables(variables)
                    .execute()
                    .getId());
        }
    }

    /** What is queued, as long ago as the timers. */
    private void fallDue() {
        jobs().forEach(job -> jobs.setJobDuedate(job.getId(), java.util.Date.from(java.time.Instant.parse(LONG_AGO))));
    }

    private List<List<String>> acquire(int number) {
        return configuration
                .getCommandExecutorTxRequired()
                .execute(new AcquireTimerBatch(executor, number, jdbc))
                .getJobIdBatches();
    }

    private void run(List<String> batch) {
        new RunTimerBatch(batch, (ProcessEngineImpl) engine, readAhead, new RunningJobs()) {
            {
                jobExecutor = executor;
            }
        }.run();
    }

    private List<Job> jobs() {
        return cases.stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance).list().stream())
                .toList();
    }

    /** @return the transaction that each task was made in */
    private List<String> transactionsOfTasks() {
        return jdbc.sql("select xmin::text from act_ru_task where proc_inst_id_ = any (:cases)")
                .param("cases", cases.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
