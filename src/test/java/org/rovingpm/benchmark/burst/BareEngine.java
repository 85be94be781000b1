package org.rovingpm.benchmark.burst;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.rovingpm.benchmark.BenchmarkTable;
import org.rovingpm.benchmark.Server;
import org.rovingpm.benchmark.Times;
import org.rovingpm.benchmark.Waiting;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.contract.CaseVariables;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine alone, in an empty database of the same server, as the vendor ships it: timers that fall due at once and only open
 * a task, tasks that only lead to the next, and the steps of a week without any work of ours. It tells what the machine is
 * worth on the day, so that our own numbers can be read on any.
 */
final class BareEngine implements AutoCloseable {

    private static final int TIMERS = 5_000;
    private static final int WEEKS = 2_500;
    private static final String DATABASE = "bare_engine";

    /** What a week is told of its case, and what it plans: moments to come, whenever this runs. */
    private static final Map<String, Object> OF_A_WEEK = Map.of(
            "caseReference",
            "RPM-2026-0042",
            "rag",
            "AMBER",
            CaseVariables.ROVING_PM,
            "pm.alder",
            WeeklyCheckInProcess.Variables.WEEK_ENDS_AT,
            "2126-11-29T17:00:00Z",
            WeeklyCheckInProcess.Variables.REMINDER_AT,
            "2126-12-02T17:00:00Z",
            WeeklyCheckInProcess.Variables.CHASE_AT,
            "2126-12-03T17:00:00Z",
            WeeklyCheckInProcess.Variables.ESCALATE_AT,
            "2126-12-04T17:00:00Z");

    private final JdbcClient jdbc;
    private final DefaultJobExecutor jobExecutor = jobExecutor();
    private final ProcessEngine engine;

    BareEngine(Server server) {
        server.jdbc()
                .sql("create database " + DATABASE + " owner " + Server.USER)
                .update();
        jdbc = server.jdbc(DATABASE);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(DATABASE);
        configuration
                .setJdbcDriver("org.postgresql.Driver")
                .setJdbcUrl(server.url(DATABASE))
                .setJdbcUsername(Server.USER)
                .setJdbcPassword(Server.USER)
                .setJdbcMaxActiveConnections(20)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setHistory("audit")
                .setJobExecutorActivate(false);
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
        deploy(
                "wait",
                Bpmn.createExecutableProcess("wait")
                        .startEvent()
                        .intermediateCatchEvent()
                        .timerWithDuration("P7D")
                        .userTask()
                        .userTask()
                        .endEvent()
                        .done());
        table.number(
                "To compare: a bare engine here, %,d timers, a task after each".formatted(TIMERS),
                timersOf("wait", TIMERS),
                "timers/s");
        table.number(
                "To compare: a bare engine here, %,d tasks completed by %d people at once, a task after each"
                        .formatted(TIMERS, People.AT_ONCE),
                tasks("wait", Map.of()),
                "tasks/s");
        deploy("weeks", weeks());
        deploy("week", week());
        start("weeks", WEEKS, OF_A_WEEK);
        friday();
    }

    /** The steps of a week, of {@value #WEEKS} cases and without any work of ours; what it leaves is the next week. */
    Friday friday() {
        return new Friday(timers(), tasks("week", Map.of("supportComplete", false)));
    }

    /** One week after the other, each a process of its own, as in a case of ours. */
    private static BpmnModelInstance weeks() {
        var week = Bpmn.createExecutableProcess("weeks")
                .startEvent()
                .callActivity("week")
                .calledElement("week");
        OF_A_WEEK.keySet().forEach(variable -> week.camundaIn(variable, variable));
        return week.camundaOut(
                        WeeklyCheckInProcess.Variables.SUPPORT_COMPLETE,
                        WeeklyCheckInProcess.Variables.SUPPORT_COMPLETE)
                .exclusiveGateway("complete")
                .condition("yes", "${supportComplete}")
                .endEvent()
                .moveToNode("complete")
                .condition("no", "${!supportComplete}")
                .connectTo("week")
                .done();
    }

    private static BpmnModelInstance week() {
        return Bpmn.createExecutableProcess("week")
                .startEvent()
                .intermediateCatchEvent()
                .timerWithDate("${weekEndsAt}")
                .subProcess()
                .embeddedSubProcess()
                .startEvent()
                .intermediateThrowEvent()
                .userTask("report")
                .camundaAssignee("${rovingPm}")
                .boundaryEvent()
                .cancelActivity(false)
                .timerWithDate("${reminderAt}")
                .endEvent()
                .moveToActivity("report")
                .endEvent()
                .subProcessDone()
                .exclusiveGateway()
                .endEvent()
                .done();
    }

    private void deploy(String name, BpmnModelInstance model) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(name + ".bpmn", model)
                .deploy();
    }

    private double timersOf(String process, int instances) {
        start(process, instances, Map.of());
        return timers();
    }

    private void start(String process, int instances, Map<String, Object> variables) {
        People.doAll(IntStream.range(0, instances).boxed().toList(), number -> engine.getRuntimeService()
                .startProcessInstanceByKey(process, variables));
    }

    /** @return how many of its timers a second it does, all of them due at once */
    private double timers() {
        long timers =
                jdbc.sql("select count(*) from act_ru_job").query(Long.class).single();
        jdbc.sql("update act_ru_job set duedate_ = now() - interval '1 second'").update();
        jdbc.sql("vacuum (analyze)").update();
        double seconds = Times.milliseconds(() -> {
                    jobExecutor.start();
                    Waiting.until(() -> jdbc.sql("select not exists (select from act_ru_job where duedate_ < now())")
                            .query(Boolean.class)
                            .single());
                })
                / 1000;
        jobExecutor.shutdown();
        return timers / seconds;
    }

    /** @return how many tasks of the process it completes a second */
    private double tasks(String process, Map<String, Object> variables) {
        List<Task> tasks = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey(process)
                .list();
        double seconds = Times.milliseconds(() ->
                        People.doAll(tasks, task -> engine.getTaskService().complete(task.getId(), variables)))
                / 1000;
        return tasks.size() / seconds;
    }

    @Override
    public void close() {
        engine.close();
    }
}
