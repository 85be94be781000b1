package org.rovingpm.benchmark;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine alone on the same machine and database server, in an empty database: how fast timers fall due where nothing
 * is done but to open a task. What ours is to be compared with, whatever the machine.
 */
final class BareEngine {

    private static final int TIMERS = 5_000;
    private static final String DATABASE = "bare_engine";

    private BareEngine() {
    }

    /** @return timers a second, all due at once, each followed by a task */
    static double timersASecond(Server server) {
        server.jdbc().sql("create database " + DATABASE).update();
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(DATABASE);
        configuration.setJdbcDriver("org.postgresql.Driver").setJdbcUrl(server.url(DATABASE)).setJdbcUsername(Server.USER).setJdbcPassword(Server.USER);
        configuration.setJdbcMaxActiveConnections(20).setDatabaseSchemaUpdate(ProcessEngineConfigurationImpl.DB_SCHEMA_UPDATE_TRUE)
            .setHistory("audit").setJobExecutorActivate(false).setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutor(new DefaultJobExecutor());
        configuration.getJobExecutor().setMaxJobsPerAcquisition(48);
        ((DefaultJobExecutor) configuration.getJobExecutor()).setCorePoolSize(8);
        ((DefaultJobExecutor) configuration.getJobExecutor()).setMaxPoolSize(8);
        ((DefaultJobExecutor) configuration.getJobExecutor()).setQueueSize(48);
        configuration.setJobExecutorAcquireByDueDate(true);
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            JdbcClient database = server.jdbc(DATABASE);
            database.sql("create index job_due on act_ru_job (duedate_)").update();
            engine.getRepositoryService().createDeployment().addModelInstance("wait.bpmn", Bpmn.createExecutableProcess("wait").startEvent()
                .intermediateCatchEvent().timerWithDuration("P7D").userTask().endEvent().done()).deploy();
            for (int i = 0; i < TIMERS; i++) {
                engine.getRuntimeService().startProcessInstanceByKey("wait");
            }
            database.sql("vacuum (analyze)").update();
            database.sql("update act_ru_job set duedate_ = now() - interval '1 second'").update();
            return TIMERS / (Times.milliseconds(() -> {
                configuration.getJobExecutor().start();
                Waiting.until(() -> database.sql("select count(*) from act_ru_job").query(Long.class).single() == 0);
                configuration.getJobExecutor().shutdown();
            }) / 1000);
        } finally {
            engine.close();
        }
    }
}
