package org.rovingpm.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.database.KeptLocks;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose a job is while somebody works on it, and afterwards. */
@ApplicationTest
class JobLocksTest {

    private static final Duration LOCK = Duration.ofSeconds(60);
    private static final String MODEL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="locked" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start" camunda:asyncBefore="true"/><sequenceFlow id="one" sourceRef="start" targetRef="work"/>
            <userTask id="work" name="Work" camunda:candidateGroups="coordinator" camunda:dueDate="2031-01-01T00:00:00"/>
            <sequenceFlow id="two" sourceRef="work" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>""";

    @Autowired
    private JobLocks locks;

    @Autowired
    private KeptLocks keptLocks;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private MovableClock clock;

    private String deployment;
    private String job;

    @BeforeEach
    void begin() {
        deployment = models.createDeployment()
                .addString("locked.bpmn", MODEL)
                .deploy()
                .getId();
        String instance = processes.startProcessInstanceByKey("locked").getId();
        job = jobs.createJobQuery().processInstanceId(instance).singleResult().getId();
        jobs.setJobDuedate(job, java.util.Date.from(java.time.Instant.parse("2001-01-01T00:00:00Z")));
    }

    @AfterEach
    void end() {
        clock.reset();
        models.deleteDeployment(deployment, true);
    }

    @Test
    void aJobThatTakesLongerThanItsLockIsFetchedByNobodyElseWhileItIsKept() {
        assertThat(fetchedBy("instance 1")).contains(job);
        clock.moveBy(Duration.ofSeconds(50));
        assertThat(locks.renew(Set.of(job), List.of("instance 1"), LOCK)).isOne();
        clock.moveBy(Duration.ofSeconds(50));
        assertThat(fetchedBy("instance 2")).doesNotContain(job);
        clock.moveBy(Duration.ofSeconds(11));
        assertThat(fetchedBy("instance 2")).as("no longer kept").contains(job);
        assertThat(locks.renew(Set.of(job), List.of("instance 1"), LOCK))
                .as("another's now")
                .isZero();
    }

    @Test
    void keepingAJobDisturbsNeitherTheOneAtWorkNorWhatFollows() {
        assertThat(fetchedBy("instance 1")).contains(job);
        engine.getCommandExecutorTxRequired().execute(context -> {
            context.getJobManager().findJobById(job);
            return null;
        });
        locks.renew(Set.of(job), List.of("instance 1"), LOCK);
        jobs.executeJob(job);
        assertThat(jobs.createJobQuery().jobId(job).count()).isZero();
    }

    @Test
    void whatIsAtWorkMovesToTheNewNameOfAnInstance() {
        assertThat(fetchedBy("instance 1")).contains(job);
        assertThat(locks.renew(Set.of(job), List.of("instance 3", "instance 1"), LOCK))
                .isOne();
        assertThat(locks.giveBack("instance 1")).isZero();
        assertThat(locks.giveBack("instance 3")).isOne();
        assertThat(fetchedBy("instance 2")).contains(job);
    }

    @Test
    void anInstanceHasTheFirstNameThatNoLivingOneHasAndSoItsOwnAgain() {
        InstanceName one = new InstanceName(keptLocks);
        InstanceName other = new InstanceName(keptLocks);
        String first = one.take();
        assertThat(other.take()).isNotEqualTo(first);
        assertThat(one.isKept()).isTrue();
        one.close();
        assertThat(one.isKept()).isFalse();
        InstanceName again = new InstanceName(keptLocks);
        assertThat(again.take()).isEqualTo(first);
        again.close();
        other.close();
    }

    private List<String> fetchedBy(String owner) {
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setLockOwner(owner);
        executor.setLockTimeInMillis((int) LOCK.toMillis());
        List<String> fetched = new ArrayList<>();
        engine.getCommandExecutorTxRequired()
                .execute(new AcquireJobsCmd(executor, 10))
                .getJobIdBatches()
                .forEach(fetched::addAll);
        return fetched;
    }
}
