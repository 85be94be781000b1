package org.rovingpm.engine.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.HashSet;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Job;

/** Reads with one question each what the engine otherwise asks for job by job: the jobs, and where their processes stand. */
final class LoadTogether {

    private LoadTogether() {
    }

    static void load(CommandContext command, Collection<String> jobs) {
        ProcessEngineConfigurationImpl engine = command.getProcessEngineConfiguration();
        String instances = engine.getManagementService().createJobQuery().jobIds(new HashSet<>(jobs)).list().stream()
            .map(Job::getProcessInstanceId).distinct().collect(joining(" "));
        engine.getRuntimeService().createNativeExecutionQuery()
            .sql("select * from act_ru_execution where proc_inst_id_ = any (string_to_array(#{instances}, ' '))")
            .parameter("instances", instances).list().stream().map(ExecutionEntity.class::cast)
            .collect(groupingBy(ExecutionEntity::getProcessInstanceId)).values().forEach(tree -> tree.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .forEach(instance -> instance.restoreProcessInstance(tree, null, null, null, null, null, null)));
    }
}
