package org.rovingpm.opentask;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for one person in one case. */
@Repository
public class TasksToDo {

    private static final int MOST = 50;

    private static final String MAY_DO = """
        (t.assignee = :person
            or t.assignee is null and exists (select from open_task_group g where g.task_id = t.task_id and g.group_id = any (:groups)))
        and not exists (select from published_hidden_cases(:person, :today) h
                         where h.case_reference in (t.case_reference, t.root_reference))""";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    TasksToDo(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /**
     * A task that the person may do.
     *
     * @param due null for none
     */
    public record TaskToDo(String id, String name, Instant due) {}

    /**
     * @return the person's own tasks in the case, and those that nobody has taken and one of their groups may; the most urgent first.
     *     None of a case that is hidden from them, nor of one that there is not.
     */
    public List<TaskToDo> of(CaseReference reference, String person, Collection<String> groups) {
        return jdbc.sql("""
                select t.task_id, t.name, t.due_at from open_task t
                 where t.case_reference = :reference and\s""" + MAY_DO + """
                 order by t.due_at nulls last, t.created_at, t.task_id limit :most""")
                .param("reference", reference.value())
                .param("person", person)
                .param("groups", groups.toArray(String[]::new), Types.ARRAY)
                .param("today", hiddenCases.today())
                .param("most", MOST)
                .query((row, number) -> {
                    OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
                    return new TaskToDo(
                            row.getString("task_id"), row.getString("name"), due == null ? null : due.toInstant());
                })
                .list();
    }

    /** @return the case of an open task of this step that the person may do; empty if there is none, or it is hidden from them */
    public Optional<CaseReference> caseOf(String task, String step, String person, Collection<String> groups) {
        return jdbc.sql("""
                select t.case_reference from open_task t
                 where t.task_id = :task and t.step = :step and t.case_reference is not null and\s""" + MAY_DO)
                .param("task", task)
                .param("step", step)
                .param("person", person)
                .param("groups", groups.toArray(String[]::new), Types.ARRAY)
                .param("today", hiddenCases.today())
                .query((row, number) -> new CaseReference(row.getString("case_reference")))
                .optional();
    }
}
