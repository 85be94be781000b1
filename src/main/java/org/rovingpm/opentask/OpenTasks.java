package org.rovingpm.opentask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.Rag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tasks that wait for somebody, as one reader may see them: those of processes that their groups work on, those that are
 * theirs, and none of a case that is hidden from them. What a question costs depends on what it returns, and neither on how many
 * tasks are open nor on how many people there are.
 */
@Repository
public class OpenTasks {

    /** Where a count stops: nobody pages through more. */
    public static final int MOST_COUNTED = 2_000;

    /** Of no hidden case, and called for none; which they are is looked up once a question. */
    private static final String VISIBLE = """
        coalesce(t.case_reference, '') not in (select h.case_reference from published_hidden_cases(:reader, :today) h)
        and (t.root_reference is null
            or t.root_reference not in (select h.case_reference from published_hidden_cases(:reader, :today) h))""";

    private static final String OFFERED = """
        (select o.task_id, o.process_key, o.step, o.name, o.case_reference, o.root_reference, o.rag, o.assignee, o.priority, o.suspended, w.due_at, w.created_at
           from open_task_group w join open_task o on o.task_id = w.task_id where w.group_id = g.id and w.waiting) t""";

    private static final String MAY_SEE = "(t.process_key = any (:processes) or t.task_id = any (:tasks))";
    private static final String MAY_SEE_ALONE = "t.task_id = any (:tasks) and t.process_key <> all (:processes)";
    private static final String SORTED_BY = "t.task_id, t.due_at, t.created_at, t.name, t.assignee, t.priority";

    private final JdbcClient jdbc;
    private final HiddenCases hiddenCases;

    OpenTasks(JdbcClient jdbc, HiddenCases hiddenCases) {
        this.jdbc = jdbc;
        this.hiddenCases = hiddenCases;
    }

    /** @return the ids of some of the tasks, in the order that the question asks for */
    public List<String> page(TaskQuestion question, TaskReader reader, int first, int most) {
        Map<String, Object> values = values(question, reader);
        values.put("first", first);
        values.put("most", most);
        // Each branch gives as many as could be on the page
        values.put("end", (int) Math.min(Integer.MAX_VALUE, (long) first + most));
        String order = TaskOrder.sql(question.orders());
        String branches = branches(question, reader, from -> "(select %s from %s and %s order by %s limit :end)"
                .formatted(SORTED_BY, from, VISIBLE, order));
        return jdbc.sql("select t.task_id from (select distinct %s from (%s) t) t order by %s offset :first limit :most"
                        .formatted(SORTED_BY, branches, order))
                .params(values)
                .query(String.class)
                .list();
    }

    /** @return how many tasks there are, at most {@value #MOST_COUNTED} */
    public int count(TaskQuestion question, TaskReader reader) {
        Map<String, Object> values = values(question, reader);
        values.put("end", MOST_COUNTED);
        String branches = branches(
                question, reader, from -> "(select t.task_id from %s and %s limit :end)".formatted(from, VISIBLE));
        return jdbc.sql("select count(*) from (select %s t.task_id from (%s) t limit :end) counted"
                        .formatted(question.groups() == null ? "" : "distinct", branches))
                .params(values)
                .query(Integer.class)
                .single();
    }

    /**
     * @return the names of the practices of the tasks' cases, by the ids of the tasks, in one question; a task that the reader may
     *     not do, or that has no case, is left out
     */
    public Map<String, String> practicesOf(Collection<String> tasks, TaskReader reader) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        jdbc.sql("""
                select t.task_id, p.name from open_task t
                  join published_case_practice l on l.case_reference = t.case_reference join published_practice p on p.ods_code = l.ods_code
                 where t.task_id = any (:of) and (:worksOnEveryProcess or t.process_key = any (:worked) or t.task_id = any (:own))""" + " and " + VISIBLE + " order by l.leads desc, l.ods_code")
                .params(values(TaskQuestion.all(), reader))
                .param("of", tasks.toArray(String[]::new))
                .query(row -> {
                    codes.computeIfAbsent(row.getString("task_id"), task -> new ArrayList<>())
                            .add(row.getString("name"));
                });
        return codes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, named -> Practices.inShort(named.getValue())));
    }

    /**
     * @return how the tasks' cases are rated, in words and by the ids of the tasks, in one question: “Red”, “Green (suggested)” where
     *     no rating has been agreed, “Not rated yet”; a task that the reader may not do, or that has no case, is left out
     */
    public Map<String, String> ratingsOf(Collection<String> tasks, TaskReader reader) {
        Map<String, String> ratings = new LinkedHashMap<>();
        jdbc.sql("""
                select t.task_id, c.rag, s.rag as suggested from open_task t
                  join published_case c on c.reference = t.case_reference
                  left join lateral (select (array_agg(g.rag order by g.id desc))[1] as rag from published_rag_suggestion g
                                      where g.case_reference = c.reference) s on true
                 where t.task_id = any (:of) and (:worksOnEveryProcess or t.process_key = any (:worked) or t.task_id = any (:own))""" + " and " + VISIBLE)
                .params(values(TaskQuestion.all(), reader))
                .param("of", tasks.toArray(String[]::new))
                .query(row -> {
                    ratings.put(row.getString("task_id"), rating(row.getString("rag"), row.getString("suggested")));
                });
        return ratings;
    }

    private static String rating(String agreed, String suggested) {
        if (agreed != null) {
            return Rag.valueOf(agreed).label();
        }
        return suggested == null ? "Not rated yet" : Rag.valueOf(suggested).label() + " (suggested)";
    }

    /**
     * The tables to read, each by an index in the order that is asked for: for one person theirs; for groups one after another;
     * otherwise the processes one after another, and the single tasks that are the reader's.
     */
    private static String branches(TaskQuestion question, TaskReader reader, Function<String, String> branch) {
        String holds = question.others().isEmpty() ? "" : " and " + conditions(question);
        if (question.groups() != null) {
            return "select t.* from unnest(:groups) g(id) cross join lateral %s t"
                    .formatted(branch.apply(OFFERED + " where " + maySee(reader) + ofProcess(question) + holds));
        }
        if (question.assignee() != null) {
            return branch.apply(
                    "open_task t where t.assignee = :assignee and " + maySee(reader) + ofProcess(question) + holds);
        }
        if (reader.seesEveryProcess()) {
            return branch.apply("open_task t where true" + ofProcess(question) + holds);
        }
        return Stream.of(
                        "select t.* from unnest(:processes) p(key) cross join lateral %s t"
                                .formatted(branch.apply(
                                        "open_task t where t.process_key = p.key" + ofProcess(question) + holds)),
                        branch.apply("open_task t where " + MAY_SEE_ALONE + ofProcess(question) + holds))
                .collect(Collectors.joining(" union all "));
    }

    private static String maySee(TaskReader reader) {
        return reader.seesEveryProcess() ? "true" : MAY_SEE;
    }

    private static String ofProcess(TaskQuestion question) {
        return question.process() == null ? "" : " and t.process_key = :process";
    }

    private static String conditions(TaskQuestion question) {
        List<String> sql = new ArrayList<>();
        int named = 0;
        for (TaskCondition condition : question.others()) {
            Object[] names = new Object[condition.values().size()];
            for (int at = 0; at < names.length; at++) {
                names[at] = ":" + valueName(named);
                named++;
            }
            sql.add(condition.sql().formatted(names));
        }
        return String.join(" and ", sql);
    }

    private static String valueName(int number) {
        return "value" + number;
    }

    private Map<String, Object> values(TaskQuestion question, TaskReader reader) {
        Map<String, Object> values = new HashMap<>();
        values.put("today", hiddenCases.today());
        values.put("reader", reader.person());
        values.put("processes", array(reader.processes()));
        values.put("tasks", array(reader.tasks()));
        values.put("worked", array(reader.worked()));
        values.put("own", array(reader.own()));
        values.put("worksOnEveryProcess", reader.worksOnEveryProcess());
        values.put("assignee", question.assignee());
        values.put("process", question.process());
        values.put("groups", question.groups() == null ? null : array(question.groups()));
        int named = 0;
        for (TaskCondition condition : question.others()) {
            for (Object value : condition.values()) {
                values.put(valueName(named), value);
                named++;
            }
        }
        return values;
    }

    private static String[] array(Set<String> some) {
        return some.toArray(String[]::new);
    }
}
