package org.rovingpm.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rovingpm.opentask.OpenTasks;
import org.rovingpm.opentask.TaskCondition;
import org.rovingpm.opentask.TaskOrder;
import org.rovingpm.opentask.TaskQuestion;
import org.rovingpm.opentask.TaskReader;
import org.rovingpm.opentask.TaskReaders;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for somebody: their own tasks, and those of their team that nobody has taken. */
@Repository
public class WaitingTasks {

    /** So many of each list are shown. */
    static final int SHOWN = 10;

    /** Among so many that are due first, overdue and red ones are put in front. */
    private static final int LOOKED_AT = 200;

    private final OpenTasks openTasks;
    private final TaskReaders readers;
    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingTasks(OpenTasks openTasks, TaskReaders readers, JdbcClient jdbc, Clock clock) {
        this.openTasks = openTasks;
        this.readers = readers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Tasks in the order in which they should be done.
     *
     * @param count   how many there are, at most {@link OpenTasks#MOST_COUNTED}
     * @param overdue how many of them are overdue, counted likewise
     */
    public record Waiting(List<WaitingTask> first, int count, int overdue) {

        public Waiting {
            first = List.copyOf(first);
        }

        /** Whether there may be more than were counted. */
        public boolean more() {
            return count >= OpenTasks.MOST_COUNTED;
        }
    }

    /** @return what is this person's own */
    public Waiting of(String person, Set<String> groups) {
        return waiting(question().of(person), readers.of(person, groups));
    }

    /** @return what nobody has taken and a member of these groups may take */
    public Waiting ofTeam(String person, Set<String> groups) {
        return groups.isEmpty()
                ? new Waiting(List.of(), 0, 0)
                : waiting(question().offeredTo(groups), readers.of(person, groups));
    }

    private static TaskQuestion question() {
        return TaskQuestion.all().where(TaskCondition.active());
    }

    private Waiting waiting(TaskQuestion question, TaskReader reader) {
        int count = openTasks.count(question, reader);
        if (count == 0) {
            return new Waiting(List.of(), 0, 0);
        }
        Instant now = clock.instant();
        List<String> ids =
                openTasks.page(question.inOrder(List.of(new TaskOrder(TaskOrder.By.DUE, false))), reader, 0, LOOKED_AT);
        return new Waiting(
                first(ids, reader, now), count, openTasks.count(question.where(TaskCondition.dueBefore(now)), reader));
    }

    /** Overdue before others and, among each of them, red before others; what is due first before what is due later. */
    private List<WaitingTask> first(List<String> ids, TaskReader reader, Instant now) {
        List<WaitingTask> tasks = tasks(ids).stream()
                .sorted(Comparator.comparing((WaitingTask task) -> !task.isOverdue(now))
                        .thenComparing(task -> task.rag() != Rag.RED)
                        .thenComparing(WaitingTask::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(SHOWN)
                .toList();
        Map<String, String> practices =
                openTasks.practicesOf(tasks.stream().map(WaitingTask::id).toList(), reader);
        return tasks.stream()
                .map(task -> new WaitingTask(
                        task.id(), task.name(), task.reference(), practices.get(task.id()), task.rag(), task.dueAt()))
                .toList();
    }

    private List<WaitingTask> tasks(List<String> ids) {
        return jdbc.sql("""
                select o.task_id, o.name, c.reference, c.rag, o.due_at
                  from published_open_task o left join published_case c on c.reference = o.case_reference
                 where o.task_id = any (:ids)""")
                .param("ids", ids.toArray(String[]::new))
                .query(WaitingTasks::task)
                .list();
    }

    private static WaitingTask task(ResultSet row, int number) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        String rag = row.getString("rag");
        return new WaitingTask(
                row.getString("task_id"),
                row.getString("name"),
                row.getString("reference"),
                null,
                Arrays.stream(Rag.values())
                        .filter(one -> one.name().equals(rag))
                        .findFirst()
                        .orElse(null),
                due == null ? null : due.toInstant());
    }
}
