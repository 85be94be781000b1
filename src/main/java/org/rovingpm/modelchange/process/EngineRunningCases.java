package org.rovingpm.modelchange.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.rovingpm.hiddencase.EngineTables;
import org.rovingpm.modelchange.RunningCases;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class EngineRunningCases implements RunningCases {

    private static final int MOST_FAILURES = 200;
    private static final int ATTEMPTS = 3;
    private static final String FAILED_JOBS = """
        from act_ru_job j join act_ru_batch b on b.batch_job_def_id_ = j.job_def_id_
        where b.id_ = :batch and j.exception_msg_ is not null""";

    private final CurrentCases currentCases;
    private final StepMapping plans;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineTables engineTables;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TransactionTemplate takenBack;

    EngineRunningCases(
            CurrentCases currentCases,
            StepMapping plans,
            @Lazy RuntimeService runtime,
            @Lazy ManagementService management,
            EngineTables engineTables,
            JdbcClient jdbc,
            ObjectMapper json,
            PlatformTransactionManager transactions) {
        this.currentCases = currentCases;
        this.plans = plans;
        this.runtime = runtime;
        this.management = management;
        this.engineTables = engineTables;
        this.jdbc = jdbc;
        this.json = json;
        takenBack = new TransactionTemplate(transactions);
        takenBack.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public List<OnVersion> of(String process) {
        return currentCases.of(process);
    }

    @Override
    public List<Running> on(String definition, int most) {
        return currentCases.on(definition, most);
    }

    @Override
    public Plan plan(String from, String to, Map<String, String> chosen) {
        return plans.plan(from, to, chosen);
    }

    @Override
    public List<Tried> tryOut(String from, String to, Map<String, String> chosen, List<String> instances) {
        Map<String, CurrentCases.CaseSteps> now = currentCases.steps(instances);
        List<Tried> tried = new ArrayList<>();
        now.forEach((instance, stands) -> tried.add(takenBack.execute(transaction -> {
            transaction.setRollbackOnly();
            return tryOne(from, to, chosen, instance, stands);
        })));
        return tried;
    }

    private Tried tryOne(
            String from, String to, Map<String, String> chosen, String instance, CurrentCases.CaseSteps now) {
        String stood = String.join("; ", now.steps());
        try {
            runtime.newMigration(plans.engines(from, to, chosen))
                    .processInstanceIds(instance)
                    .execute();
            return new Tried(
                    instance,
                    now.reference(),
                    stood,
                    String.join(
                            "; ",
                            currentCases.steps(List.of(instance)).get(instance).steps()),
                    null);
        } catch (ProcessEngineException refusal) {
            return new Tried(
                    instance,
                    now.reference(),
                    stood,
                    null,
                    PlainReasons.of(refusal.getMessage(), step -> currentCases.label(from, step)));
        }
    }

    @Override
    public String move(String from, String to, Map<String, String> chosen, List<String> instances) {
        MigrationPlan plan = plans.engines(from, to, chosen);
        return runtime.newMigration(plan)
                .processInstanceIds(instances)
                .executeAsync()
                .getId();
    }

    /** Each job of a batch stores its instances in a document; with our settings, one instance. */
    @Override
    public Map<String, String> failures(String batch) {
        Map<String, String> failures = new LinkedHashMap<>();
        jdbc.sql("select content.bytes_, j.exception_msg_ "
                        + FAILED_JOBS.replace(
                                "where", "join act_ge_bytearray content on content.id_ = j.handler_cfg_ where")
                        + " limit :most")
                .param("batch", batch)
                .param("most", MOST_FAILURES)
                .query((row, number) -> {
                    JsonNode configuration = read(row.getBytes(1));
                    String from = configuration
                            .path("migrationPlan")
                            .path("sourceProcessDefinitionId")
                            .asText();
                    String why = PlainReasons.of(row.getString(2), step -> currentCases.label(from, step));
                    configuration.path("processInstanceIds").forEach(instance -> failures.put(instance.asText(), why));
                    return number;
                })
                .list();
        failures.keySet().retainAll(seen(failures.keySet()));
        return failures;
    }

    /** Jobs of batches belong to no case: those of hidden ones are known by their instances. */
    private Set<String> seen(Set<String> instances) {
        return engineTables.read(
                () -> Set.copyOf(jdbc.sql("select id_ from act_ru_execution where id_ = any (:instances)")
                        .param("instances", instances.toArray(String[]::new))
                        .query(String.class)
                        .list()));
    }

    @Override
    public void tryAgain(String batch) {
        List<String> jobs = jdbc.sql("select j.id_ " + FAILED_JOBS + " limit :most")
                .param("batch", batch)
                .param("most", MOST_FAILURES)
                .query(String.class)
                .list();
        if (!jobs.isEmpty()) {
            management
                    .setJobRetries(ATTEMPTS)
                    .jobIds(jobs)
                    .dueDate(ClockUtil.getCurrentTime())
                    .execute();
        }
    }

    private JsonNode read(byte[] configuration) {
        try {
            return json.readTree(configuration);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
