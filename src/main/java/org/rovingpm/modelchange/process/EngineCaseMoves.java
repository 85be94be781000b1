package org.rovingpm.modelchange.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.hiddencase.EngineTables;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.modelchange.CaseMoves;
import org.rovingpm.modelchange.RunningCases.Plan;
import org.rovingpm.modelchange.RunningCases.Running;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes from the engine which cases still run. Cases that are hidden from whoever looks are in no list and no count. */
@Repository
class EngineCaseMoves implements CaseMoves {

    private static final int MOST_MOVES = 20;

    /** Of a case that is only confidential, whoever mends processes sees where it stands. */
    private static final String NOT_HIDDEN = """
        c.reference <> all (array(
            select case_reference from published_hidden_cases(:reader, :today) where not confidential or not :mends))""";

    private final JdbcClient jdbc;
    private final EngineTables engineTables;
    private final HiddenCases hiddenCases;
    private final Clock clock;

    EngineCaseMoves(JdbcClient jdbc, EngineTables engineTables, HiddenCases hiddenCases, Clock clock) {
        this.jdbc = jdbc;
        this.engineTables = engineTables;
        this.hiddenCases = hiddenCases;
        this.clock = clock;
    }

    @Override
    public void add(long change, String batch, String process, Plan plan, List<Running> cases, String who) {
        long move = jdbc.sql("""
                insert into model_move (change_id, batch, process, from_definition, from_version, to_definition, to_version, begun_at, begun_by)
                values (:change, :batch, :process, :from, :fromVersion, :to, :toVersion, :at, :who) returning id""")
                .param("change", change)
                .param("batch", batch)
                .param("process", process)
                .param("from", plan.from().definition())
                .param("fromVersion", plan.from().version())
                .param("to", plan.to().definition())
                .param("toVersion", plan.to().version())
                .param("at", now())
                .param("who", who)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into model_move_case (move_id, instance, reference) select :move, * from unnest(:instances::varchar[], :references::varchar[])")
                .param("move", move)
                .param("instances", cases.stream().map(Running::instance).toArray(String[]::new))
                .param("references", cases.stream().map(Running::reference).toArray(String[]::new))
                .update();
    }

    @Override
    public void recordMoved(String instance, String definition) {
        jdbc.sql("""
                update model_move_case set moved_at = :at where instance = :instance and moved_at is null
                and exists (select from model_move m where m.id = move_id and m.to_definition = :definition)""")
                .param("at", now())
                .param("instance", instance)
                .param("definition", definition)
                .update();
    }

    @Override
    public List<Move> of(long change) {
        return jdbc.sql("""
                select m.id, m.batch, m.process, m.from_version, m.to_version, m.begun_at, m.begun_by, count(*) cases, count(c.moved_at) moved,
                       count(*) filter (where c.moved_at is null and e.id_ is null) ended
                from model_move m join model_move_case c on c.move_id = m.id
                left join act_ru_execution e on c.moved_at is null and e.id_ = c.instance
                where m.change_id = :change and %s group by m.id order by m.id limit :most""".formatted(NOT_HIDDEN))
                .param("change", change)
                .params(reader())
                .param("most", MOST_MOVES)
                .query((row, number) -> new Move(
                        row.getLong("id"),
                        row.getString("batch"),
                        row.getString("process"),
                        row.getInt("from_version"),
                        row.getInt("to_version"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getString("begun_by"),
                        row.getLong("cases"),
                        row.getLong("moved"),
                        row.getLong("ended")))
                .list();
    }

    @Override
    public List<Row> rowsOf(long move, int most) {
        return jdbc.sql("""
                select c.instance, c.reference, c.moved_at, e.id_ is not null from model_move_case c
                left join act_ru_execution e on e.id_ = c.instance
                where c.move_id = :move and %s order by c.moved_at is not null, c.reference, c.instance limit :most""".formatted(NOT_HIDDEN))
                .param("move", move)
                .params(reader())
                .param("most", most)
                .query((row, number) ->
                        new Row(row.getString(1), row.getString(2), instant(row.getTimestamp(3)), row.getBoolean(4)))
                .list();
    }

    private Map<String, Object> reader() {
        CaseReader reader = engineTables.currentReader();
        return Map.of("reader", reader.person(), "mends", reader.mends(), "today", hiddenCases.today());
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
