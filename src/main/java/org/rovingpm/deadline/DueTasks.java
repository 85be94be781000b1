package org.rovingpm.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open tasks that are due soon or late, and which levels they have reached. Tasks of cases on hold have no deadline meanwhile. */
@Repository
class DueTasks {

    private final JdbcClient jdbc;

    DueTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where one portion ends and the next begins. */
    record Place(Instant dueAt, String id) {

        static final Place BEGINNING = new Place(Instant.EPOCH, "");
    }

    /**
     * @param until only what is due by then
     * @return tasks that have not reached the last level, in the order in which they are due
     */
    List<DueTask> next(Place after, Instant until, int most) {
        return jdbc.sql("""
                select o.task_id, o.name, c.reference, c.rag, o.assignee, o.due_at, n.level,
                       array(select g.group_id from published_open_task_group g where g.task_id = o.task_id) as group_ids
                  from published_open_task o
                  join published_case c on c.reference = o.case_reference
                  left join lateral (select max(r.level) as level from deadline_notice r where r.task_id = o.task_id) n on true
                 where not o.suspended and o.due_at <= :until and (o.due_at, o.task_id) > (:dueAt, :id)
                   and coalesce(n.level, -1) < :last
                 order by o.due_at, o.task_id limit :most""")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("dueAt", after.dueAt().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("last", DeadlineLevel.SECOND_ESCALATION.ordinal())
                .param("most", most)
                .query(DueTasks::task)
                .list();
    }

    /** @return whether the task had not reached this level or a later one before; decides between several that ask at once */
    boolean reach(DueTask task, DeadlineLevel level, Instant now) {
        return jdbc.sql("""
                insert into deadline_notice (task_id, level, case_reference, reached_at) values (:task, :level, :reference, :now)
                on conflict do nothing""")
                        .param("task", task.id())
                        .param("level", level.ordinal())
                        .param("reference", task.reference().value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return tasks that are late and have not the priority of late ones yet */
    List<LateTask> lateWithoutPriority(Instant now, int lowest, int most) {
        return jdbc.sql("""
                select o.task_id as id, c.rag from published_open_task o join published_case c on c.reference = o.case_reference
                 where not o.suspended and o.due_at < :now and o.priority < :lowest
                 order by o.due_at, o.task_id limit :most""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lowest", lowest)
                .param("most", most)
                .query(LateTask.class)
                .list();
    }

    /** Forgets some tasks that nobody has to do any more. */
    void forgetDone(Instant before, int most) {
        jdbc.sql("""
                delete from deadline_notice where (task_id, level) in (
                    select n.task_id, n.level from deadline_notice n
                     where n.reached_at < :before and not exists (select from published_open_task o where o.task_id = n.task_id)
                     limit :most)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private static DueTask task(ResultSet row, int number) throws SQLException {
        int level = row.getInt("level");
        DeadlineLevel told = row.wasNull() ? null : DeadlineLevel.values()[level];
        return new DueTask(
                row.getString("task_id"),
                row.getString("name"),
                new CaseReference(row.getString("reference")),
                row.getString("rag"),
                row.getString("assignee"),
                Set.of((String[]) row.getArray("group_ids").getArray()),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                told);
    }
}
