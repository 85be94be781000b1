package org.rovingpm.modelchange.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.rovingpm.access.Role;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.hiddencase.EngineTables;
import org.rovingpm.modelchange.RunningCases.AtStep;
import org.rovingpm.modelchange.RunningCases.OnVersion;
import org.rovingpm.modelchange.RunningCases.Running;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The steps at which running cases are, read in sets from the engine's tables. One query a case would take minutes in
 * a large scheme. Cases that are hidden from whoever looks are not among them.
 */
@Component
class CurrentCases {

    private static final int MOST_VERSIONS = 20;
    /** Only executions without children hold a token. */
    private static final String A_TOKEN =
            "e.act_id_ is not null and not exists (select from act_ru_execution below where below.parent_id_ = e.id_)";

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final EngineTables engineTables;

    CurrentCases(JdbcClient jdbc, @Lazy RepositoryService repository, EngineTables engineTables) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.engineTables = engineTables;
    }

    List<OnVersion> of(String process) {
        return engineTables.read(() -> versionsOf(process));
    }

    private List<OnVersion> versionsOf(String process) {
        Map<String, List<AtStep>> steps = steps("select id_ from act_re_procdef where key_ = :value", process);
        return jdbc.sql("""
                select d.id_, d.version_, count(e.id_) cases from act_re_procdef d
                left join act_ru_execution e on e.proc_def_id_ = d.id_ and e.parent_id_ is null
                where d.key_ = :process group by d.id_, d.version_
                having count(e.id_) > 0 or d.version_ = (select max(version_) from act_re_procdef where key_ = :process)
                order by d.version_ desc limit :most""")
                .param("process", process)
                .param("most", MOST_VERSIONS)
                .query((row, number) -> new OnVersion(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        steps.getOrDefault(row.getString(1), List.of())))
                .list();
    }

    OnVersion version(String definition) {
        return engineTables.read(() -> readVersion(definition));
    }

    private OnVersion readVersion(String definition) {
        List<AtStep> steps = steps("select :value", definition).getOrDefault(definition, List.of());
        return jdbc.sql("""
                select d.version_, count(e.id_) from act_re_procdef d
                left join act_ru_execution e on e.proc_def_id_ = d.id_ and e.parent_id_ is null where d.id_ = :definition group by d.version_""")
                .param("definition", definition)
                .query((row, number) -> new OnVersion(definition, row.getInt(1), row.getLong(2), steps))
                .single();
    }

    List<Running> on(String definition, int most) {
        return engineTables.read(() -> jdbc.sql("""
                select e.id_, coalesce(e.business_key_, r.business_key_, e.id_) from act_ru_execution e
                left join act_ru_execution r on r.id_ = e.root_proc_inst_id_
                where e.proc_def_id_ = :definition and e.parent_id_ is null order by 2, 1 limit :most""")
                .param("definition", definition)
                .param("most", most)
                .query((row, number) -> new Running(row.getString(1), row.getString(2)))
                .list());
    }

    /** @return by instance, its reference and its current steps: of a task what people see of it, who may do it and when it is due */
    Map<String, CaseSteps> steps(Collection<String> instances) {
        Map<String, CaseSteps> steps = new LinkedHashMap<>();
        if (!instances.isEmpty()) {
            jdbc.sql("""
                    select e.proc_inst_id_, coalesce(i.business_key_, i.id_), i.proc_def_id_, e.act_id_, t.name_, t.assignee_, t.due_date_,
                           array(select l.group_id_ from act_ru_identitylink l
                                  where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null order by 1)
                      from act_ru_execution e join act_ru_execution i on i.id_ = e.proc_inst_id_
                      left join act_ru_task t on t.execution_id_ = e.id_
                     where e.proc_inst_id_ in (:instances) and {token}
                     order by 2, 1, e.act_id_""".replace("{token}", A_TOKEN))
                    .param("instances", instances)
                    .query(row -> {
                        steps.computeIfAbsent(
                                        row.getString(1), instance -> new CaseSteps(text(row, 2), new ArrayList<>()))
                                .steps()
                                .add(step(row));
                    });
        }
        return steps;
    }

    private String step(ResultSet row) throws SQLException {
        String name = row.getString(5);
        if (name == null) {
            return label(row.getString(3), row.getString(4));
        }
        List<String> facts = new ArrayList<>();
        if (row.getString(6) != null) {
            facts.add("for " + row.getString(6));
        }
        Stream.of((String[]) row.getArray(8).getArray())
                .map(group -> Role.ofGroup(group).map(Role::displayName).orElse(group))
                .forEach(facts::add);
        if (row.getTimestamp(7) != null) {
            facts.add("due " + BritishFormat.dateAndTime(row.getTimestamp(7).toInstant()));
        }
        return facts.isEmpty() ? name : "%s (%s)".formatted(name, String.join(", ", facts));
    }

    /** A case and its current steps. */
    record CaseSteps(String reference, List<String> steps) {}

    /** @return the label of the step in this version; its id if it has none */
    String label(String definition, String step) {
        return repository.getBpmnModelInstance(definition).getModelElementById(step) instanceof FlowElement element
                        && element.getName() != null
                ? element.getName()
                : step;
    }

    private Map<String, List<AtStep>> steps(String definitions, String value) {
        Map<String, List<AtStep>> steps = new LinkedHashMap<>();
        jdbc.sql("""
                select e.proc_def_id_, e.act_id_, count(distinct e.proc_inst_id_) from act_ru_execution e
                where e.proc_def_id_ in ({definitions}) and {token} group by 1, 2 order by 1, 3 desc, 2""".replace("{definitions}", definitions).replace("{token}", A_TOKEN))
                .param("value", value)
                .query((row, number) -> steps.computeIfAbsent(row.getString(1), definition -> new ArrayList<>())
                        .add(new AtStep(row.getString(2), label(row.getString(1), row.getString(2)), row.getLong(3))))
                .list();
        return steps;
    }

    private static String text(ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
