package org.rovingpm.processhistory.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.hiddencase.EngineTables;
import org.rovingpm.processhistory.ProcessHistory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the engine's tables: one bounded question each, by an index of theirs. */
@Component
class EngineProcessHistory implements ProcessHistory {

    private static final int LATEST = 5_000;
    private static final int WAITING = 10_000;
    private static final int CANCELLED = 2;

    /** By an index on the version and begin of steps, from its end; what waits, by the running executions. */
    private static final String HEAT = """
        with passed as (
            select act_id_, act_name_, duration_ from act_hi_actinst
             where proc_def_id_ = :definition and end_time_ is not null and act_type_ <> 'subProcess' order by start_time_ desc limit :latest),
        waiting as (
            select distinct s.id_, s.act_id_, s.act_name_, s.start_time_
              from (select act_inst_id_ from act_ru_execution where proc_def_id_ = :definition and act_inst_id_ is not null limit :waiting) e
              join act_hi_actinst s on s.id_ = e.act_inst_id_ where s.end_time_ is null and s.act_type_ <> 'subProcess'),
        failing as (
            select coalesce(failed_activity_id_, activity_id_) as activity, count(*) as failing from act_ru_incident
             where proc_def_id_ = :definition and (root_cause_incident_id_ = id_ or root_cause_incident_id_ is null) group by 1)
        select activity, max(name) as name, sum(passed) as passed, max(median) as median, sum(waiting) as waiting, min(oldest) as oldest,
               sum(failing) as failing
          from (select act_id_ as activity, max(act_name_) as name, count(*) as passed, percentile_cont(0.5) within group (order by duration_) as median,
                       0 as waiting, null::timestamp as oldest, 0 as failing from passed group by 1
                union all
                select act_id_, max(act_name_), 0, null, count(*), min(start_time_), 0 from waiting group by 1
                union all
                select activity, null, 0, null, 0, null, failing from failing) parts
         group by activity order by activity limit 500""";

    /** As people write it; of the row "v". */
    private static final String VALUE = """
        left(case when v.var_type_ = 'boolean' then case v.long_ when 1 then 'yes' when 0 then 'no' end
                  else coalesce(v.text_, v.long_::text, v.double_::text) end, 200) as value, v.var_type_ as kind""";
    /**
     * Who it was stands with the operation that the value was set by: among those of the case or, where it was done to the case from
     * another process, among those of that moment.
     */
    private static final String VALUES = """
        select v.var_inst_id_, %s, v.time_, coalesce(a.act_name_, a.act_id_) as step,
               coalesce(
                   (select o.user_id_ from act_hi_op_log o where o.root_proc_inst_id_ = v.root_proc_inst_id_ and o.operation_id_ = v.operation_id_ limit 1),
                   (select o.user_id_ from act_hi_op_log o where o.timestamp_ between v.time_ - interval '5 seconds' and v.time_ + interval '5 seconds'
                       and o.operation_id_ = v.operation_id_ limit 1)) as who
          from (select * from act_hi_detail where proc_inst_id_ = :instance and type_ = 'VariableUpdate' order by time_ desc, id_ desc limit 500) v
          left join act_hi_actinst a on a.id_ = v.act_inst_id_ order by v.time_, v.id_""".formatted(VALUE);

    private final JdbcClient jdbc;
    private final EngineTables engineTables;

    EngineProcessHistory(JdbcClient jdbc, EngineTables engineTables) {
        this.jdbc = jdbc;
        this.engineTables = engineTables;
    }

    /** One that runs, or one that has ended; of some the engine keeps nothing once they have ended. */
    @Override
    public Optional<Instance> find(String instance) {
        return jdbc.sql("""
                select i.id_ as id, i.proc_def_id_ as definition, c.reference
                  from (select id_, proc_def_id_, business_key_ from act_ru_execution where id_ = :instance and parent_id_ is null
                        union all
                        select proc_inst_id_, proc_def_id_, business_key_ from act_hi_procinst where proc_inst_id_ = :instance) i
                  left join published_case c on c.reference = i.business_key_ limit 1""").param("instance", instance).query(Instance.class).optional();
    }

    @Override
    public List<Step> steps(Instance instance, int first, int most) {
        return jdbc.sql("""
                select coalesce(act_name_, act_id_) as name, act_type_, assignee_, start_time_, end_time_, act_inst_state_ from act_hi_actinst
                 where proc_inst_id_ = :instance order by start_time_, sequence_counter_, id_ limit :most offset :first""")
                .param("instance", instance.id())
                .param("most", Math.min(Math.max(most, 1), 201))
                .param("first", Math.max(first, 0))
                .query((row, number) -> new Step(
                        row.getString("name"),
                        row.getString("act_type_"),
                        row.getString("assignee_"),
                        time(row, "start_time_"),
                        time(row, "end_time_"),
                        outcome(row)))
                .list();
    }

    private static String outcome(ResultSet row) throws SQLException {
        return row.getInt("act_inst_state_") == CANCELLED
                ? "cancelled"
                : row.getTimestamp("end_time_") == null ? "going on" : "done";
    }

    @Override
    public List<Variable> variables(Instance instance) {
        Map<String, List<Value>> earlierValues = new HashMap<>();
        jdbc.sql(VALUES)
                .param("instance", instance.id())
                .query((row, number) -> earlierValues
                        .computeIfAbsent(row.getString("var_inst_id_"), id -> new ArrayList<>())
                        .add(value(row, "time_")))
                .list();
        return jdbc.sql("""
                select v.id_, v.name_, %s, v.create_time_, null as who,
                       coalesce(a.act_name_, a.act_id_) as step
                  from act_hi_varinst v left join act_hi_actinst a on a.id_ = v.act_inst_id_
                 where v.proc_inst_id_ = :instance and v.state_ = 'CREATED' order by v.name_, v.id_ limit 100""".formatted(VALUE))
                .param("instance", instance.id())
                .query((row, number) -> new Variable(
                        row.getString("name_"),
                        earlierValues.getOrDefault(row.getString("id_"), List.of(value(row, "create_time_")))))
                .list();
    }

    private static Value value(ResultSet row, String since) throws SQLException {
        return new Value(text(row), time(row, since), row.getString("step"), row.getString("who"));
    }

    private static String text(ResultSet row) throws SQLException {
        return "date".equals(row.getString("kind")) && row.getString("value") != null
                ? BritishFormat.dateAndTime(Instant.ofEpochMilli(row.getLong("value")))
                : row.getString("value");
    }

    /** Those of the history and, of processes without one, those that last. */
    @Override
    public List<Failure> failures(Instance instance) {
        return jdbc.sql("""
                select activity, message, began, ended from (
                    select coalesce(failed_activity_id_, activity_id_) as activity, incident_msg_ as message, create_time_ as began, end_time_ as ended
                      from act_hi_incident where proc_inst_id_ = :instance
                    union all
                    select coalesce(failed_activity_id_, activity_id_), incident_msg_, incident_timestamp_, null from act_ru_incident i
                     where proc_inst_id_ = :instance and not exists (select from act_hi_incident h where h.id_ = i.id_)) f
                 order by began desc limit 50""")
                .param("instance", instance.id())
                .query((row, number) -> new Failure(
                        row.getString("activity"), row.getString("message"), time(row, "began"), time(row, "ended")))
                .list();
    }

    @Override
    public List<Heat> heat(String definition, CaseReader reader) {
        return engineTables.read(reader, () -> heat(definition));
    }

    private List<Heat> heat(String definition) {
        return jdbc.sql(HEAT)
                .param("definition", definition)
                .param("latest", LATEST)
                .param("waiting", WAITING)
                .query((row, number) -> new Heat(
                        row.getString("activity"),
                        row.getString("name"),
                        row.getInt("passed"),
                        row.getObject("median") == null ? null : row.getDouble("median") / 1000,
                        row.getInt("waiting"),
                        time(row, "oldest"),
                        row.getInt("failing")))
                .list();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
