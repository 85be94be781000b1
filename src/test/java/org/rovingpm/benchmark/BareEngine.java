package org.rovingpm.benchmark;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine alone, in an empty database of the same server: timers that fall due at once and only open a task, and tasks that only lead to the next. It tells
 * what the machine is worth on the day, so that our own numbers can be read on any.
 */
final class BareEngine implements AutoCloseable {

    private static final int TIMERS = 5_000;
    private static final String DATABASE = "bare_engine";

    private final JdbcClient jdbc;
    private final DefaultJobExecutor jobExecutor = jobExecutor();
    private final ProcessEngine engine;

    BareEngine(Server server) {
        server.jdbc().sql("create database " + DATABASE).update();
        jdbc = server.jdbc(DATABASE);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(DATABASE);
        configuration.setJdbcDriver("org.postgresql.Driver").setJdbcUrl(server.url(DATABASE))
            .setJdbcUsername(Server.USER).setJdbcPassword(Server.USER).setJdbcMaxActiveConnections(20)
            .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE).setHistory("audit").setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorAcquireByDueDate(true);
        configuration.setJobExecutor(jobExecutor);
        engine = configuration.buildProcessEngine();
        jdbc.sql("create index job_due on act_ru_job (duedate_)").update();
    }

    private static DefaultJobExecutor jobExecutor() {
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setMaxJobsPerAcquisition(48);
        executor.setCorePoolSize(8);
        executor.setMaxPoolSize(8);
        executor.setQueueSize(48);
        return executor;
    }

    void measure(BenchmarkTable table) {
        engine.getRepositoryService().createDeployment().addModelInstance("wait.bpmn", Bpmn.createExecutableProcess("wait").startEvent()
            .intermediateCatchEvent().timerWithDuration("P7D").userTask().userTask().endEvent().done()).deploy();
        for (int i = 0; i < TIMERS; i++) {
            engine.getRuntimeService().startProcessInstanceByKey("wait");
        }
        jdbc.sql("update act_ru_job set duedate_ = now() - interval '1 second'").update();
        jdbc.sql("vacuum (analyze)").update();
        double seconds = Times.milliseconds(() -> {
            jobExecutor.start();
            Waiting.until(() -> jdbc.sql("select count(*) from act_ru_job").query(Long.class).single() == 0);
        }) / 1000;
        table.number("To compare: a bare engine here, %,d timers, a task after each".formatted(TIMERS), TIMERS / seconds, "timers/s");
        measureTasks(table);
    }

    /** Every task that the timers have opened, completed, with another task after it. */
    private void measureTasks(BenchmarkTable table) {
        List<Task> tasks = engine.getTaskService().createTaskQuery().list();
        double seconds = Times.milliseconds(() -> People.doAll(tasks, task -> engine.getTaskService().complete(task.getId()))) / 1000;
        table.number("To compare: a bare engine here, %,d tasks completed by %d people at once, a task after each"
            .formatted(tasks.size(), People.AT_ONCE), tasks.size() / seconds, "tasks/s");
    }

    @Override
    public void close() {
        jobExecutor.shutdown();
        engine.close();
    }
}
