package org.rovingpm.casechange.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.rovingpm.casechange.TeamTasks;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EngineTeamTasks implements TeamTasks {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final JdbcClient jdbc;

    EngineTeamTasks(ObjectProvider<ProcessEngineConfigurationImpl> engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @Override
    public int giveBack(CaseReference reference, String person) {
        List<String> tasks = jdbc.sql("""
                select t.task_id from published_open_task t
                where t.case_reference = :reference and t.assignee = :person and not t.suspended
                  and exists (select from published_open_task_group g where g.task_id = t.task_id)""")
                .param("reference", reference.value())
                .param("person", person)
                .query(String.class)
                .list();
        engine.getObject()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    tasks.forEach(task -> Context.getProcessEngineConfiguration()
                            .getTaskService()
                            .setAssignee(task, null));
                    return null;
                }));
        return tasks.size();
    }

    @Override
    public Set<String> workers(CaseReference reference) {
        return Set.copyOf(jdbc.sql("""
                select distinct t.assignee_ from act_ru_execution i join act_ru_task t on t.proc_inst_id_ = i.id_
                where i.business_key_ = :reference and t.assignee_ is not null""")
                .param("reference", reference.value())
                .query(String.class)
                .list());
    }
}
