package org.rovingpm.caselist;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.caselist.CaseFilter.Shown;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All cases, as one reader may see them. What a question costs depends neither on how long ago cases were closed nor on the reader. */
@Repository
public class CaseList {

    /** Where a count and the pages stop: nobody pages through more, they narrow what they ask for. */
    public static final int MOST_LISTED = 1_000;

    /** The most that a file holds. */
    public static final int MOST_IN_FILE = 5_000;

    private static final String DUE = """
        left join (select o.case_reference, min(o.due_at) as due_at from published_open_task o
                    where not o.suspended group by o.case_reference) d on d.case_reference = l.reference""";

    /** The rows first, then what they wait for: of these alone. */
    private static final String ROWS = """
        select l.*, t.name as task, t.assignee, t.due_at as task_due_at, t.group_ids, t.tasks,
               exists (select from published_confidential_case c where c.case_reference = l.reference) as confidential,
               exists (select from published_advised_case a where a.case_reference = l.reference) as advice_only,
               %6$s as week_ends_next
          from (select l.*, %1$s as sort_key from listed_case l %2$s where %3$s order by %4$s offset :first limit :most) l
          left join lateral (
              select o.name, o.assignee, case when not o.suspended then o.due_at end as due_at, count(*) over () as tasks,
                     array(select g.group_id from published_open_task_group g where g.task_id = o.task_id order by g.group_id) as group_ids
                from published_open_task o where o.case_reference = l.reference
               order by o.due_at nulls last, o.created_at, o.task_id limit 1) t on true
         order by %5$s""";

    private final JdbcClient jdbc;
    private final CaseSearch search;
    private final HiddenCases hiddenCases;
    private final Clock clock;

    CaseList(JdbcClient jdbc, CaseSearch search, HiddenCases hiddenCases, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.hiddenCases = hiddenCases;
        this.clock = clock;
    }

    /**
     * Some cases of an answer.
     *
     * @param count   how many there are in all, at most {@value #MOST_LISTED}
     * @param more    whether there are more than counted
     * @param foundBy how what was typed was found
     */
    public record Found(List<ListedCase> cases, int count, boolean more, FoundBy foundBy) {

        public Found {
            cases = List.copyOf(cases);
        }
    }

    /** @param first how many to skip; {@value #MOST_LISTED} at most with those that are asked for */
    @Transactional(readOnly = true)
    public Found page(CaseReader reader, CaseFilter filter, Sorting sorting, int first, int most) {
        CaseSearch.Way way = way(reader, filter);
        CaseQuestion question = question(reader, filter, way);
        int counted = count(question);
        return new Found(
                rows(question, sorting.possibleFor(filter.shown()), first, Math.min(most, MOST_LISTED - first)),
                Math.min(counted, MOST_LISTED),
                counted > MOST_LISTED,
                way.foundBy());
    }

    /** @return how many cases fit, at most one more than {@value #MOST_LISTED} */
    @Transactional(readOnly = true)
    public int count(CaseReader reader, CaseFilter filter) {
        return count(question(reader, filter, way(reader, filter)));
    }

    /** @return the cases of a file, one more than {@value #MOST_IN_FILE} where there are more */
    @Transactional(readOnly = true)
    public List<ListedCase> forFile(CaseReader reader, CaseFilter filter, Sorting sorting) {
        return rows(
                question(reader, filter, way(reader, filter)),
                sorting.possibleFor(filter.shown()),
                0,
                MOST_IN_FILE + 1);
    }

    private CaseSearch.Way way(CaseReader reader, CaseFilter filter) {
        return search.find(
                filter.text(), CaseQuestion.of(reader, hiddenCases.today()).shown(shown(reader, filter)));
    }

    private CaseQuestion question(CaseReader reader, CaseFilter filter, CaseSearch.Way way) {
        return CaseQuestion.of(reader, hiddenCases.today())
                .shown(shown(reader, filter))
                .narrowed(filter, clock.instant())
                .found(way);
    }

    /** What a PM supports now is theirs until the placement ends, whatever its stage. */
    private static Shown shown(CaseReader reader, CaseFilter filter) {
        return reader.office() ? filter.shown() : Shown.ALL;
    }

    private int count(CaseQuestion question) {
        return jdbc.sql("select count(*) from (select from listed_case l where %s limit :most) counted"
                        .formatted(question.conditions()))
                .params(question.values())
                .param("most", MOST_LISTED + 1)
                .query(Integer.class)
                .single();
    }

    private List<ListedCase> rows(CaseQuestion question, Sorting sorting, int first, int most) {
        Map<String, Object> values = new HashMap<>(question.values());
        values.put("first", first);
        values.put("most", most);
        values.put(ComingWeeks.COMING, ComingWeeks.coming(clock.instant()));
        return jdbc.sql(ROWS.formatted(
                        sorting.key(),
                        sorting.byDue() ? DUE : "",
                        question.conditions(),
                        sorting.orderBy(sorting.key()),
                        sorting.orderBy("l.sort_key"),
                        ComingWeeks.ENDS_AT))
                .params(values)
                .query((row, number) -> listed(row))
                .list();
    }

    private static ListedCase listed(ResultSet row) throws SQLException {
        return new ListedCase(
                row.getString("reference"),
                texts(row.getArray("practices")),
                texts(row.getArray("ods_codes")),
                row.getString("area"),
                CaseStage.valueOf(row.getString("stage")),
                rag(row.getString("rag")),
                rag(row.getString("suggested_rag")),
                row.getString("pm_name"),
                moment(row, "requested_at"),
                row.getObject("held_until", LocalDate.class),
                moment(row, "closed_at"),
                moment(row, "last_check_in_at"),
                moment(row, "week_ends_next"),
                row.getBoolean("confidential"),
                row.getBoolean("advice_only"),
                task(row));
    }

    private static ListedCase.Task task(ResultSet row) throws SQLException {
        String name = row.getString("task");
        return name == null
                ? null
                : new ListedCase.Task(
                        name,
                        row.getString("assignee"),
                        texts(row.getArray("group_ids")),
                        moment(row, "task_due_at"),
                        row.getInt("tasks"));
    }

    private static Rag rag(String name) {
        return name == null ? null : Rag.valueOf(name);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
