package org.rovingpm.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ReadAheadTest {

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private ReadAhead readAhead;

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private TaskService tasks;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void undeploy() {
        deployments.forEach(deployment -> models.deleteDeployment(deployment, true));
    }

    @Test
    void whereAProcessAndItsCallerStandAndWhatTheyKnowIsKnownAtOnce() {
        deploy("called", waiting("called"));
        deploy(
                "calling",
                Bpmn.createExecutableProcess("calling")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .callActivity()
                        .calledElement("called")
                        .endEvent()
                        .done());
        String calling =
                start("calling", Map.of("practice", "Larkspur Surgery")).getId();
        String called = processes
                .createProcessInstanceQuery()
                .superProcessInstanceId(calling)
                .singleResult()
                .getId();
        processes.setVariable(called, CaseVariables.RAG, "RED");

        in(command -> {
            readAhead.process(command, called);
            assertThat(read(command, ExecutionEntity.class))
                    .extracting(ExecutionEntity::getProcessInstanceId)
                    .contains(calling, called)
                    .hasSize((int) processes
                                    .createExecutionQuery()
                                    .processInstanceId(calling)
                                    .count()
                            + (int) processes
                                    .createExecutionQuery()
                                    .processInstanceId(called)
                                    .count());
            assertThat(read(command, VariableInstanceEntity.class))
                    .extracting(VariableInstanceEntity::getName)
                    .containsExactlyInAnyOrder("practice", "rag");
        });
    }

    @Test
    void whereTheEngineHasBegunToReadItGoesOnByItself() {
        deploy("waiting", waiting("waiting"));
        String waiting = start("waiting", Map.of()).getId();

        in(command -> {
            ExecutionEntity process = command.getExecutionManager().findExecutionById(waiting);
            assertThat(process.getExecutions()).hasSize(1);
            readAhead.process(command, waiting);
            assertThat(process.getExecutions()).hasSize(1);
        });
    }

    @Test
    void aProcessWithABranchForEachOfManyPeopleIsLeftToTheEngine() {
        deploy(
                "many",
                Bpmn.createExecutableProcess("many")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .userTask()
                        .camundaCandidateGroups("coordinator")
                        .multiInstance()
                        .parallel()
                        .cardinality("60")
                        .multiInstanceDone()
                        .endEvent()
                        .done());
        String many = start("many", Map.of("practice", "Larkspur Surgery")).getId();

        in(command -> {
            readAhead.process(command, many);
            assertThat(read(command, VariableInstanceEntity.class)).isEmpty();
        });
        tasks.createTaskQuery().processInstanceId(many).list().forEach(task -> tasks.complete(task.getId()));

        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceId(many)
                        .count())
                .as("has ended")
                .isZero();
    }

    /** A task with a reminder, within a step of its own. */
    private static BpmnModelInstance waiting(String key) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .subProcess()
                .embeddedSubProcess()
                .startEvent()
                .userTask("work")
                .camundaCandidateGroups("coordinator")
                .boundaryEvent()
                .cancelActivity(false)
                .timerWithDuration("P1D")
                .endEvent()
                .moveToActivity("work")
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done();
    }

    private interface Work {
        void with(CommandContext command);
    }

    private void in(Work work) {
        configuration.getCommandExecutorTxRequired().execute(command -> {
            work.with(command);
            return null;
        });
    }

    private static <T extends DbEntity> List<T> read(CommandContext command, Class<T> type) {
        return command.getDbEntityManager().getCachedEntitiesByType(type);
    }

    private void deploy(String key, BpmnModelInstance model) {
        deployments.add(
                0,
                models.createDeployment()
                        .name("test " + key)
                        .addModelInstance(key + ".bpmn", model)
                        .deploy()
                        .getId());
    }

    private ProcessInstance start(String key, Map<String, Object> variables) {
        return processes.startProcessInstanceByKey(key, variables);
    }
}
