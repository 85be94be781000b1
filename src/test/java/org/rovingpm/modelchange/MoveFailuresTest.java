package org.rovingpm.modelchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.engine.deployment.PackagedModels;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only happens when several transactions meet: moves that fail, and instances that start at once. */
@ApplicationTest
class MoveFailuresTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private DeployedModels models;

    @Autowired
    private ModelChanges changes;

    @Autowired
    private MoveCases moveCases;

    @Autowired
    private CaseMoves moves;

    @Autowired
    private RunningCases runningCases;

    @Autowired
    private PackagedModels packagedModels;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> deployments = new java.util.ArrayList<>();

    @AfterEach
    void removeDeployments() {
        management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        changes.before(Long.MAX_VALUE, 50).stream()
                .filter(change -> deployments.contains(change.deployment()) || change.isUpgrade())
                .forEach(change -> scheme.forget(change.name()));
    }

    private ModelChange deploy(String file, String content) {
        scheme.as(
                "process-manager",
                () -> deployments.add(repository
                        .createDeployment()
                        .source("Camunda Modeler")
                        .addString(file, content)
                        .addString(EveryKindOfToken.CALLED_FILE, EveryKindOfToken.CALLED)
                        .deploy()
                        .getId()));
        return changes.before(Long.MAX_VALUE, 1).get(0);
    }

    @Test
    void aCaseThatCannotBeMovedSaysWhyAndIsMovedWhenItIsTriedAgain() {
        deploy(EveryKindOfToken.FILE, EveryKindOfToken.BEFORE);
        String before = models.versionsOf(EveryKindOfToken.FILE).get(0).definition();
        String instance = runtime.createProcessInstanceByKey(EveryKindOfToken.KEY)
                .businessKey("KIND-3")
                .startBeforeActivity("userTask_workWithin")
                .execute()
                .getId();
        ModelChange change = deploy(EveryKindOfToken.FILE, EveryKindOfToken.AFTER);
        scheme.as("process-manager", () -> {
            moveCases.move(
                    change.id(),
                    new MoveCases.Choice(EveryKindOfToken.FILE, before, Map.of(), List.of()),
                    "process-manager");
            return null;
        });
        // Meanwhile the case comes to a step that the new version does not have
        runtime.createProcessInstanceModification(instance)
                .startBeforeActivity("userTask_sign")
                .execute();
        CaseMoves.Move move = moves.of(change.id()).get(0);
        Batch batch = management.createBatchQuery().batchId(move.batch()).singleResult();
        management
                .createJobQuery()
                .jobDefinitionId(batch.getSeedJobDefinitionId())
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        Job job = management
                .createJobQuery()
                .jobDefinitionId(batch.getBatchJobDefinitionId())
                .singleResult();
        assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);

        assertThat(runningCases.failures(move.batch()))
                .containsEntry(instance, "“Sign”: no step of the new version has been chosen for it.");
        assertThat(moves.of(change.id()).get(0).moved()).isZero();

        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity("userTask_sign")
                .execute();
        scheme.as("process-manager", () -> {
            moveCases.tryAgain(change.id(), move.id(), "process-manager");
            return null;
        });
        management.executeJob(job.getId());
        assertThat(moves.of(change.id()).get(0).moved()).isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getProcessDefinitionId())
                .isEqualTo(models.versionsOf(EveryKindOfToken.FILE).get(0).definition());
    }

    @Test
    void instancesThatStartAtOnceAgreeOnOneDeploymentAndOneTask() throws Exception {
        String file = EveryKindOfToken.FILE;
        Map<String, byte[]> brought = Map.of(
                file,
                ChangedModels.bytes(EveryKindOfToken.BEFORE),
                EveryKindOfToken.CALLED_FILE,
                ChangedModels.bytes(EveryKindOfToken.CALLED));
        List<List<String>> first = atOnce(() -> packagedModels.putInForce(brought));
        deployments.add(models.versionsOf(file).get(0).deployment());
        assertThat(first)
                .containsExactlyInAnyOrder(
                        List.of(EveryKindOfToken.CALLED_FILE, file), List.of(), List.of(), List.of());
        assertThat(models.versionsOf(file)).hasSize(1);

        deploy(file, EveryKindOfToken.AFTER);
        Map<String, byte[]> upgrade =
                Map.of(file, ChangedModels.bytes(EveryKindOfToken.BEFORE.replace("Day come", "Day has come")));
        assertThat(atOnce(() -> packagedModels.putInForce(upgrade))).containsOnly(List.of());
        assertThat(jdbc.sql("select count(*) from model_change_file where upgrade and file = :file")
                        .param("file", file)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static <T> List<T> atOnce(Callable<T> start) throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> started : instances.invokeAll(java.util.Collections.nCopies(4, start))) {
                results.add(started.get());
            }
            return results;
        } finally {
            instances.shutdown();
        }
    }
}
