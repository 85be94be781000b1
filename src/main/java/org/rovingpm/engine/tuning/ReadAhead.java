package org.rovingpm.engine.tuning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Reads with one question each what the engine otherwise asks for piece by piece during a step: where processes stand, and
 * what they know. Where the engine has begun to read by itself, it goes on so.
 *
 * <p>Relies on: {@code ExecutionEntity.restoreProcessInstance}, which hangs what was read into the engine's cache of the
 * transaction and leaves to lazy reading what it is given as null; on queries answering with the entities themselves
 * ({@code ExecutionEntity}, {@code VariableInstanceEntity}); on {@code ACT_RU_EXECUTION} having the columns of that entity. With
 * Operaton: where the parameters of that method change, this does not compile; where its meaning of null changes, steps see
 * processes without their variables, tasks or jobs, which the process tests would show.
 */
@Component
public class ReadAhead {

    /** A larger process, such as one with a branch for each of many people, is left to the engine, which reads what its step needs. */
    private static final int MOST_STEPS = 50;

    private final boolean on;

    ReadAhead(Tuning tuning) {
        this.on = tuning.readAhead();
    }

    /** Reads these jobs and their processes. */
    void jobs(CommandContext command, Set<String> jobs) {
        if (!on) {
            return;
        }
        ProcessEngineServices engine = engine(command);
        String instances = String.join(
                " ",
                engine.getManagementService().createJobQuery().jobIds(jobs).list().stream()
                        .map(Job::getProcessInstanceId)
                        .collect(toSet()));
        read(engine, "proc_inst_id_ = any (string_to_array(#{instances}, ' '))", instances);
    }

    /** Reads a process, and the one that has called it. */
    public void process(CommandContext command, String instance) {
        if (!on
                || !command.getDbEntityManager()
                        .getCachedEntitiesByType(ExecutionEntity.class)
                        .isEmpty()) {
            return;
        }
        command.runWithoutAuthorization(() -> {
            read(engine(command), """
                proc_inst_id_ in (#{instances},
                  (select caller.proc_inst_id_ from act_ru_execution called join act_ru_execution caller on caller.id_ = called.super_exec_
                    where called.id_ = #{instances}))""", instance);
            return null;
        });
    }

    private static void read(ProcessEngineServices engine, String which, String instances) {
        Map<String, List<ExecutionEntity>> trees = engine
                .getRuntimeService()
                .createNativeExecutionQuery()
                .sql("select * from act_ru_execution where " + which)
                .parameter("instances", instances)
                .list()
                .stream()
                .map(ExecutionEntity.class::cast)
                .collect(groupingBy(ExecutionEntity::getProcessInstanceId));
        trees.values().removeIf(tree -> tree.size() > MOST_STEPS);
        if (trees.isEmpty()) {
            return;
        }
        Map<String, List<VariableInstanceEntity>> variables = engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(trees.keySet().toArray(String[]::new))
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .map(VariableInstanceEntity.class::cast)
                .collect(groupingBy(VariableInstanceEntity::getProcessInstanceId));
        trees.forEach((id, tree) -> tree.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .forEach(instance -> instance.restoreProcessInstance(
                        tree, null, variables.getOrDefault(id, List.of()), null, null, null, null)));
    }

    private static ProcessEngineServices engine(CommandContext command) {
        return command.getProcessEngineConfiguration().getProcessEngine();
    }
}
