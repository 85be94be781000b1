package org.rovingpm.casepage.process;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.TaskQuery;
import org.rovingpm.casepage.CaseTasks;
import org.rovingpm.contract.Contracts;
import org.rovingpm.contract.ProcessContract;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's tasks, read without its checks of rights, because the case page has its own rules. */
@Component
class EngineCaseTasks implements CaseTasks {

    private final TaskService tasks;
    private final RuntimeService processes;
    private final Contracts contracts;
    private final JdbcClient jdbc;

    EngineCaseTasks(TaskService tasks, RuntimeService processes, Contracts contracts, JdbcClient jdbc) {
        this.tasks = tasks;
        this.processes = processes;
        this.contracts = contracts;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<CaseReference> caseOfDone(String task) {
        return jdbc.sql("""
                select i.business_key_ from act_hi_taskinst t join act_hi_procinst i on i.id_ = t.proc_inst_id_
                 where t.id_ = :task and t.end_time_ is not null and i.business_key_ is not null""").param("task", task).query(String.class).optional().flatMap(CaseReference::read);
    }

    @Override
    public Step stepOf(CaseReference reference) {
        return Step.valueOf(jdbc.sql("""
                select case when bool_or(j.retries_ > 0) then 'ON_ITS_WAY' when bool_or(j.retries_ = 0) then 'FAILED' else 'NONE' end
                  from act_ru_execution i join act_ru_job j on j.process_instance_id_ = i.id_
                 where i.business_key_ = :reference and j.suspension_state_ = 1
                   and (j.duedate_ is null or j.duedate_ <= :now or j.retries_ = 0)
                   and j.process_def_key_ <> all (:others)""")
                .param("reference", reference.value())
                .param("now", new Timestamp(ClockUtil.getCurrentTime().getTime()))
                .param(
                        "others",
                        contracts.processes(contract -> contract.kind() != ProcessContract.Kind.CASE).stream()
                                .toArray(String[]::new))
                .query(String.class)
                .single());
    }

    @Override
    public Optional<CaseReference> caseOf(String task) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                .map(found -> processes
                        .createProcessInstanceQuery()
                        .processInstanceId(found.getProcessInstanceId())
                        .singleResult())
                .flatMap(instance -> CaseReference.read(instance.getBusinessKey()));
    }

    @Override
    public boolean mayDo(String task, String user, Collection<String> groups) {
        TaskQuery query = tasks.createTaskQuery().taskId(task).or().taskAssignee(user);
        return (groups.isEmpty() ? query : query.taskCandidateGroupIn(List.copyOf(groups)))
                        .endOr()
                        .count()
                > 0;
    }
}
