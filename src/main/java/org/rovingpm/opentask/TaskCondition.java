package org.rovingpm.opentask;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that is asked about a task {@code t}.
 *
 * @param sql    with {@code %s} where a value stands
 * @param values in the order in which they stand
 */
public record TaskCondition(String sql, List<Object> values) {

    private static final String OF_PRACTICE = """
        t.case_reference in (
            select l.case_reference from published_case_practice l join published_practice p on p.ods_code = l.ods_code
             where %s)""";

    /** Where a rule about practices holds: whoever only sees that there is a task could guess its practice otherwise. */
    private static final String MAY_BE_TOLD =
            "(:worksOnEveryProcess or t.process_key = any (:worked) or t.task_id = any (:own)) and ";

    /** How a text is compared. A pattern has {@code %} for any letters and {@code _} for one. */
    public enum Comparison {
        EQUAL("="),
        DIFFERENT("<>"),
        LIKE("like"),
        NOT_LIKE("not like");

        private final String operator;

        Comparison(String operator) {
            this.operator = operator;
        }
    }

    public TaskCondition {
        values = List.copyOf(values);
    }

    private TaskCondition(String sql, Object... values) {
        this(sql, Arrays.asList(values));
    }

    public static TaskCondition active() {
        return new TaskCondition("not t.suspended");
    }

    public static TaskCondition suspended() {
        return new TaskCondition("t.suspended");
    }

    public static TaskCondition unassigned() {
        return new TaskCondition("t.assignee is null");
    }

    public static TaskCondition assigned() {
        return new TaskCondition("t.assignee is not null");
    }

    public static TaskCondition assignee(Comparison comparison, String text) {
        return text("t.assignee", comparison, text, false);
    }

    /** Nobody has taken it, and a member of one of the groups may. */
    public static TaskCondition offeredTo(Collection<String> groups) {
        return new TaskCondition(
                "t.assignee is null and exists (select from open_task_group g where g.task_id = t.task_id and g.group_id = any (%s))",
                (Object) groups.toArray(String[]::new));
    }

    public static TaskCondition process(String key) {
        return text("t.process_key", Comparison.EQUAL, key, false);
    }

    public static TaskCondition step(Comparison comparison, String text) {
        return text("t.step", comparison, text, false);
    }

    public static TaskCondition name(Comparison comparison, String text) {
        return text("t.name", comparison, text, true);
    }

    public static TaskCondition caseReference(Comparison comparison, String text, boolean whateverCase) {
        return text("t.case_reference", comparison, text, whateverCase);
    }

    public static TaskCondition rag(Comparison comparison, String text, boolean whateverCase) {
        return text("t.rag", comparison, text, whateverCase);
    }

    /** One of the practices of its case has such a name, capitals or not. */
    public static TaskCondition practice(Comparison comparison, String text) {
        TaskCondition ofName = text("p.name", comparison, text, true);
        return new TaskCondition("(" + MAY_BE_TOLD + OF_PRACTICE.formatted(ofName.sql()) + ")", ofName.values());
    }

    public static TaskCondition priority(int lowest, int highest) {
        return new TaskCondition("t.priority between %s and %s", lowest, highest);
    }

    public static TaskCondition dueBefore(Instant moment) {
        return new TaskCondition("t.due_at < %s", moment.atOffset(ZoneOffset.UTC));
    }

    public static TaskCondition dueAfter(Instant moment) {
        return new TaskCondition("t.due_at > %s", moment.atOffset(ZoneOffset.UTC));
    }

    public static TaskCondition neverDue() {
        return new TaskCondition("t.due_at is null");
    }

    public static TaskCondition createdBefore(Instant moment) {
        return new TaskCondition("t.created_at < %s", moment.atOffset(ZoneOffset.UTC));
    }

    public static TaskCondition createdAfter(Instant moment) {
        return new TaskCondition("t.created_at > %s", moment.atOffset(ZoneOffset.UTC));
    }

    /** At least one of them holds. */
    public static TaskCondition anyOf(List<TaskCondition> conditions) {
        return new TaskCondition(
                conditions.stream()
                        .map(condition -> "(" + condition.sql() + ")")
                        .collect(Collectors.joining(" or ", "(", ")")),
                conditions.stream()
                        .flatMap(condition -> condition.values().stream())
                        .toList());
    }

    private static TaskCondition text(String column, Comparison comparison, String text, boolean whateverCase) {
        return new TaskCondition(
                (whateverCase ? "upper(%1$s) %2$s upper(%%s)" : "%s %s %%s").formatted(column, comparison.operator),
                text);
    }
}
