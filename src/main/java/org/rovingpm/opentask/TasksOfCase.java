package org.rovingpm.opentask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open tasks of one case. Whoever asks for a person has made sure that the case is not hidden from them. */
@Repository
public class TasksOfCase {

    private static final int MOST = 50;

    private static final String SELECT = """
        select o.*, array(select g.group_id from open_task_group g where g.task_id = o.task_id order by g.group_id) as group_ids
          from open_task o where o.case_reference = :reference\s""";

    private final JdbcClient jdbc;

    TasksOfCase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the first 50, in the order in which they are due */
    public List<CaseTask> of(CaseReference reference) {
        return jdbc.sql(SELECT + "order by o.due_at nulls last, o.created_at, o.task_id limit :most")
                .param("reference", reference.value())
                .param("most", MOST)
                .query(TasksOfCase::task)
                .list();
    }

    /** @return empty if it has been done, or belongs to another case */
    public Optional<CaseTask> find(CaseReference reference, String task) {
        return jdbc.sql(SELECT + "and o.task_id = :task")
                .param("reference", reference.value())
                .param("task", task)
                .query(TasksOfCase::task)
                .optional();
    }

    private static CaseTask task(ResultSet row, int number) throws SQLException {
        return new CaseTask(
                row.getString("task_id"),
                row.getString("name"),
                row.getString("assignee"),
                List.of((String[]) row.getArray("group_ids").getArray()),
                moment(row, "created_at"),
                moment(row, "due_at"),
                row.getBoolean("suspended"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
