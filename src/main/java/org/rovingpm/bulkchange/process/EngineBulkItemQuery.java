package org.rovingpm.bulkchange.process;

import java.util.List;
import org.rovingpm.bulkchange.BulkItemQuery;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries the engine's tables and ours, by the indexes on assignees, PMs and versions. */
@Component
class EngineBulkItemQuery implements BulkItemQuery {

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    EngineBulkItemQuery(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    @Override
    public List<Row> tasksOf(String person, String user, int most) {
        return jdbc.sql("""
                select t.task_id as subject, c.reference, '' as practices, t.name as label from published_open_task t
                join published_case c on c.reference = t.case_reference
                where t.assignee = :person and not t.suspended
                  and c.reference <> all (array(select case_reference from published_hidden_cases(:user, :today)))
                order by t.due_at, c.reference, t.task_id limit :most""")
                .param("person", person)
                .param("user", user)
                .param("today", hiddenCases.today())
                .param("most", most)
                .query(Row.class)
                .list();
    }

    @Override
    public boolean canReassignNone(String person) {
        return jdbc.sql("""
                select not exists (select from published_open_task t join published_open_task_group g on g.task_id = t.task_id
                    where t.assignee = :person)""").param("person", person).query(Boolean.class).single();
    }

    @Override
    public List<Row> casesOf(String pm, String user, int most) {
        return jdbc.sql("""
                select c.reference, c.stage, pm_cases.offered, (
                    select string_agg(n.name, ' and ' order by l.leads desc, l.ods_code) from published_case_practice l
                    join published_practice n on n.ods_code = l.ods_code where l.case_reference = c.reference) as practices from (
                    select case_reference, false as offered from published_placement where pm = :pm and ended_on is null
                    union all select case_reference, true from published_open_offer where pm = :pm) pm_cases
                join published_case c on c.reference = pm_cases.case_reference
                where c.closed_at is null
                  and c.reference <> all (array(select case_reference from published_hidden_cases(:user, :today)))
                order by array_position(array['RED', 'AMBER', 'GREEN'], c.rag::text), c.reference limit :most""")
                .param("pm", pm)
                .param("user", user)
                .param("today", hiddenCases.today())
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getString("reference"),
                        row.getString("reference"),
                        row.getString("practices"),
                        row.getBoolean("offered")
                                ? "Unanswered offer"
                                : CaseStage.valueOf(row.getString("stage")).label()))
                .list();
    }

    @Override
    public List<Row> failuresAt(String version, String step, String user, int most) {
        return jdbc.sql("""
                select f.id_ as subject, c.reference, '' as practices, f.incident_type_ as label from act_ru_incident f left join act_ru_execution i on i.id_ = f.proc_inst_id_
                left join published_case c on c.reference = i.business_key_
                where f.proc_def_id_ = :version and coalesce(f.failed_activity_id_, f.activity_id_) = :step
                  and (f.root_cause_incident_id_ = f.id_ or f.root_cause_incident_id_ is null) and (c.reference is null
                    or c.reference <> all (array(select case_reference from published_hidden_cases(:user, :today))))
                order by f.incident_timestamp_, f.id_ limit :most""")
                .param("version", version)
                .param("step", step)
                .param("user", user)
                .param("today", hiddenCases.today())
                .param("most", most)
                .query(Row.class)
                .list();
    }
}
